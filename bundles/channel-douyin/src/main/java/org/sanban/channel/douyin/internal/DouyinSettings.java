// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.douyin.internal;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.sanban.api.problem.Text;
import org.sanban.api.problem.Texts;
import org.sanban.api.settings.Checked;
import org.sanban.api.settings.Configured;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What township IT has set, and the mini program at Douyin that comes of it. */
@Component(
        service = {DouyinSettings.class, Configured.class},
        configurationPid = DouyinSettings.PID)
@Designate(ocd = DouyinSettings.Config.class)
public final class DouyinSettings implements Configured {
    static final String PID = "org.sanban.channel.douyin";
    private static final Logger LOG = LoggerFactory.getLogger(DouyinSettings.class);

    /** What must be set: {@code etc/org.sanban.channel.douyin.cfg}. */
    @ObjectClassDefinition(name = "Sanban channel Douyin")
    public @interface Config {
        @AttributeDefinition(name = "Address", description = "Of the interface")
        String url() default "https://open.douyin.com";

        @AttributeDefinition(name = "Timeout", description = "Seconds to connect, and again to answer, 1 to 30")
        int timeoutSeconds() default 10;

        @AttributeDefinition(name = "Mini program", description = "AppID of the mini program (client_key)")
        String clientKey() default "";

        @AttributeDefinition(name = "Its secret", description = "AppSecret", type = AttributeType.PASSWORD)
        String clientSecret() default "";

        @AttributeDefinition(
                name = "Signing key of webhooks",
                description = "Where the console gives one of its own; else the secret",
                type = AttributeType.PASSWORD)
        String webhookSecret() default "";

        @AttributeDefinition(name = "How to notify", description = "1 at once, 2 in the app's box, or both: 1,2")
        String notifyType() default "2";

        @AttributeDefinition(name = "Page", description = "Page of the mini program that a message opens")
        String page() default "";
    }

    private static final Texts TEXTS = Texts.of(DouyinSettings.class);
    private static final String FILE = "etc/" + PID + ".cfg";

    private final Config config;
    private final List<String> faults;
    private final Text fault;
    private final Program program;
    private final Line line;

    @Activate
    public DouyinSettings(Config given) {
        Checked<Config> checked = Checked.of(Config.class, PID, given);
        this.faults = checked.faults();
        this.config = checked.settings(LOG::warn);
        this.fault = check(config);
        if (fault != null) {
            program = null;
            line = null;
            return;
        }
        Duration timeout = Duration.ofSeconds(config.timeoutSeconds());
        line = new Line(URI.create(config.url().strip().replaceAll("/+$", "")), timeout);
        program = new Program(
                line, config.clientKey().strip(), config.clientSecret().strip());
    }

    @Override
    public List<String> faults() {
        return faults;
    }

    /** Breaks off what is being asked. */
    @Deactivate
    void stop() {
        if (line != null) {
            line.close();
        }
    }

    private static Text check(Config config) {
        if (config.clientKey().isBlank()) {
            return TEXTS.get("missing", FILE, "clientKey");
        }
        if (config.clientSecret().isBlank()) {
            return TEXTS.get("missing", FILE, "clientSecret");
        }
        if (!config.url().strip().matches("https?://[^\\s?#]+")) {
            return TEXTS.get("wrong", FILE, "url");
        }
        if (config.timeoutSeconds() < 1 || config.timeoutSeconds() > 30) {
            return TEXTS.get("wrong", FILE, "timeoutSeconds");
        }
        boolean types = config.notifyType().strip().matches("[12](\\s*,\\s*[12])?");
        return types ? null : TEXTS.get("wrong", FILE, "notifyType");
    }

    /** What is missing or wrong: a setting, or what Douyin does not accept of them. */
    Optional<Text> fault() {
        return fault != null ? Optional.of(fault) : program.refused();
    }

    /** The mini program, {@code null} where there is none. */
    Program program() {
        return program;
    }

    String clientKey() {
        return config.clientKey().strip();
    }

    /** What webhooks are signed with. */
    String webhookSecret() {
        return config.webhookSecret().isBlank()
                ? config.clientSecret().strip()
                : config.webhookSecret().strip();
    }

    List<Integer> notifyType() {
        return Stream.of(config.notifyType().split(","))
                .map(type -> Integer.valueOf(type.strip()))
                .distinct()
                .toList();
    }

    String page() {
        return config.page().strip();
    }
}
