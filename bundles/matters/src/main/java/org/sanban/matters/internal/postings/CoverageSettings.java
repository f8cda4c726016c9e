// SPDX-License-Identifier: Apache-2.0
package org.sanban.matters.internal.postings;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.sanban.api.channel.Ability;
import org.sanban.api.problem.Text;
import org.sanban.api.settings.Checked;
import org.sanban.api.settings.Configured;
import org.sanban.api.settings.Several;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Through which channels every matter is to be reached, and who says so: {@code etc/org.sanban.matters.coverage.cfg}. */
@Component(
        service = {CoverageSettings.class, Configured.class},
        configurationPid = CoverageSettings.PID)
@Designate(ocd = CoverageSettings.Config.class)
public final class CoverageSettings implements Configured {
    static final String PID = "org.sanban.matters.coverage";
    private static final Logger LOG = LoggerFactory.getLogger(CoverageSettings.class);

    /** What can be set. */
    @ObjectClassDefinition(name = "Sanban coverage of matters by channels")
    public @interface Config {
        @AttributeDefinition(
                name = "Channels",
                description =
                        "Channels that count: id|publish or receive|Chinese|English. A matter is reached through a"
                                + " channel that publishes when its guide in force is published there, and through one that"
                                + " receives when that one is ready to take an appointment")
        String[] channels() default {
            "douyin|publish|抖音可查|found on Douyin",
            "wechat|publish|微信可知|told on WeChat",
            "hotline|receive|电话可约|booked by telephone"
        };

        @AttributeDefinition(name = "Source", description = "Who says which channels count")
        String source() default "平政办发〔2024〕14号：所有入驻大厅的政务事项抖音可查、微信可知、电话可约";
    }

    /**
     * A channel that counts.
     *
     * @param id its id
     * @param ability by publishing or by receiving
     * @param name what every matter should be
     */
    record Wanted(String id, Ability ability, Text name) {
        boolean publishes() {
            return ability == Ability.PUBLISH;
        }
    }

    private final List<Wanted> channels;
    private final String source;
    private final List<String> faults;

    @Activate
    public CoverageSettings(Config config) {
        Checked<Config> checked = Checked.of(Config.class, PID, config)
                .must(
                        "channels",
                        "id|publish or receive|Chinese|English, each once",
                        (String[] lines) -> read(lines) != null)
                .must("source", "where the list of channels is from", (String text) -> !text.isBlank());
        faults = checked.faults();
        Config sound = checked.settings(LOG::warn);
        channels = read(sound.channels());
        source = sound.source();
    }

    private static List<Wanted> read(String[] lines) {
        List<Wanted> read = new ArrayList<>();
        for (String line : Several.of(lines)) {
            String[] parts = line.split("\\|");
            if (parts.length != 4
                    || !parts[0].matches("[a-z0-9-]{1,40}")
                    || !parts[1].matches("publish|receive")
                    || read.stream().anyMatch(known -> known.id().equals(parts[0]))) {
                throw new IllegalArgumentException(line);
            }
            read.add(new Wanted(
                    parts[0], Ability.valueOf(parts[1].toUpperCase(Locale.ROOT)), new Text(parts[2], parts[3])));
        }
        return read;
    }

    @Override
    public List<String> faults() {
        return faults;
    }

    List<Wanted> channels() {
        return channels;
    }

    String source() {
        return source;
    }
}
