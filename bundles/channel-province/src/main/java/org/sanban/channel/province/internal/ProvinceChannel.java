// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.province.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.sanban.api.channel.Ability;
import org.sanban.api.channel.Backlog;
import org.sanban.api.channel.ChannelAdapter;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Text;
import org.sanban.api.problem.Texts;
import org.sanban.api.settings.Checked;
import org.sanban.api.settings.Configured;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The provincial platform (陕西政务服务网、“秦务员”) as a channel: what was agreed with it, or what is missing for that. */
@Component(
        service = {ChannelAdapter.class, ProvinceChannel.class, Configured.class},
        property = "channel.id=" + ProvinceChannel.ID,
        configurationPid = ProvinceChannel.PID)
@Designate(ocd = ProvinceChannel.Config.class)
public final class ProvinceChannel implements ChannelAdapter, Configured {
    private static final Logger LOG = LoggerFactory.getLogger(ProvinceChannel.class);
    static final String ID = "province";
    static final String PID = "org.sanban.channel.province";

    /** What can be set: {@code etc/org.sanban.channel.province.cfg}. */
    @ObjectClassDefinition(name = "Sanban channel province")
    public @interface Config {
        @AttributeDefinition(name = "Way", description = "rest or tables")
        String way() default "";

        @AttributeDefinition(name = "Address", description = "Where records are pushed to")
        String url() default "";

        @AttributeDefinition(name = "Comparison", description = "Where the platform tells what it has of a day")
        String reconcileUrl() default "";

        @AttributeDefinition(name = "Application", description = "Who we are there")
        String app() default "";

        @AttributeDefinition(name = "Private key", description = "PEM file in etc with our SM2 key")
        String privateKey() default "";

        @AttributeDefinition(name = "Platform key", description = "PEM file in etc with the platform's public SM2 key")
        String platformKey() default "";

        @AttributeDefinition(name = "Names", description = "name=theirs, …")
        String names() default "";

        @AttributeDefinition(name = "Taken", description = "Codes of what was taken")
        String taken() default "0";

        @AttributeDefinition(name = "Later", description = "Codes of what is to be tried again")
        String later() default "";

        @AttributeDefinition(name = "Timeout", description = "Seconds to wait for an answer, 1 to 60")
        int timeoutSeconds() default 15;

        @AttributeDefinition(name = "Batch", description = "Records at once, 1 to 500")
        int batch() default 100;

        @AttributeDefinition(name = "Data source", description = "data_source, up to three characters")
        String dataSource() default "";

        @AttributeDefinition(name = "Codes", description = "column.word=code, …")
        String codes() default "";

        @AttributeDefinition(name = "Matters", description = "matter=catalog|task|item, …")
        String tasks() default "";

        @AttributeDefinition(name = "Department's code", description = "Where the catalogue has none")
        String orgCode() default "";

        @AttributeDefinition(name = "Department's name", description = "Where the catalogue has none")
        String orgName() default "";

        @AttributeDefinition(name = "Mode", description = "Of applications that do not say")
        String mode() default "window";

        @AttributeDefinition(name = "Site", description = "Of applications that do not say")
        String site() default "";

        @AttributeDefinition(name = "Hour", description = "From which the day before is compared, 0 to 23")
        int reconcileHour() default 2;

        @AttributeDefinition(
                name = "Ratings",
                description = "How ratings are coded: interface or gbt39046; empty where they are not told")
        String ratings() default "";
    }

    static final Texts TEXTS = Texts.of(ProvinceChannel.class);

    private final Terms terms;
    private final Text fault;
    private final List<String> faults;
    private final Archive archive;
    private volatile String trouble;

    /** @param exchange the exchange database: which one, says {@code exchange.target} in the configuration */
    @Activate
    public ProvinceChannel(
            Config config,
            @Reference(
                            name = "exchange",
                            target = "(osgi.jndi.service.name=province-exchange)",
                            cardinality = ReferenceCardinality.OPTIONAL,
                            policyOption = ReferencePolicyOption.GREEDY)
                    DataSource exchange,
            @Reference Archive archive) {
        Checked<Config> checked = Checked.of(Config.class, PID, config);
        this.faults = checked.faults();
        Agreement agreement = new Agreement(checked.settings(LOG::warn), exchange);
        this.terms = agreement.terms();
        this.fault = agreement.fault().orElse(null);
        this.archive = archive;
    }

    @Override
    public List<String> faults() {
        return faults;
    }

    /** Breaks off what is being sent or asked, for whoever stops. */
    @Deactivate
    void cancel() {
        if (terms != null) {
            terms.way().cancel();
        }
    }

    @Override
    public Text name() {
        return TEXTS.get("channel");
    }

    @Override
    public Set<Ability> abilities() {
        return Set.of(Ability.RECEIVE, Ability.FORWARD);
    }

    @Override
    public Optional<Text> fault() {
        return Optional.ofNullable(fault);
    }

    @Override
    public Optional<Backlog> backlog() {
        return Optional.of(new Backlog(archive.oldest().orElse(null), trouble));
    }

    /** Why nothing can be sent now, {@code null} while it can. */
    String trouble() {
        return trouble;
    }

    /** Notes why nothing can be sent, {@code null} when it can again. */
    void trouble(String why) {
        trouble = why;
    }

    /**
     * What was agreed.
     *
     * @throws Problem unavailable, saying what is missing
     */
    Terms terms() {
        if (terms == null) {
            throw Problem.unavailable(fault);
        }
        return terms;
    }
}
