// SPDX-License-Identifier: Apache-2.0
package org.sanban.messages.internal;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.sanban.api.data.Moments;
import org.sanban.api.settings.Several;

/** Settings of the bundle: {@code etc/org.sanban.messages.cfg}. */
@Component(service = Settings.class, configurationPid = "org.sanban.messages")
@Designate(ocd = Settings.Config.class)
public final class Settings {
    private static final String NAME = "org.sanban.messages: ";

    /** What can be set. */
    @ObjectClassDefinition(name = "Sanban messages")
    public @interface Config {
        @AttributeDefinition(name = "Order", description = "Ids of the channels in the order they are tried")
        String[] order() default {"wechat", "douyin", "sms"};

        @AttributeDefinition(
                name = "Phone channels",
                description =
                        "Ids of the channels that reach the telephone number in the application, unless its owner has said no")
        String[] phone() default {"sms"};

        @AttributeDefinition(
                name = "Quiet hours",
                description = "When nobody is sent anything: 21:00-08:00; empty for never")
        String quiet() default "21:00-08:00";

        @AttributeDefinition(
                name = "Reminder",
                description = "At what time of the day before a visit it is reminded of")
        String remind() default "18:00";

        @AttributeDefinition(name = "Source", description = "Where quiet hours and reminder are laid down")
        String source() default "示例，待本县规定";

        @AttributeDefinition(
                name = "Try hours",
                description = "How long a channel is tried before the next one is, or a person calls")
        int tryHours() default 48;

        @AttributeDefinition(
                name = "Fresh hours",
                description = "What happened longer ago is told to nobody: after an installation, an outage")
        int freshHours() default 72;

        @AttributeDefinition(name = "Code minutes", description = "How long a code for binding can be used")
        int codeMinutes() default 10;
    }

    private final Config config;
    private final LocalTime quietFrom;
    private final LocalTime quietTo;
    private final LocalTime remind;

    @Activate
    public Settings(Config config) {
        this.config = config;
        if (config.tryHours() < 1 || config.freshHours() < 1 || config.codeMinutes() < 1) {
            throw new IllegalArgumentException(NAME + "tryHours, freshHours and codeMinutes must be at least 1");
        }
        String[] quiet = config.quiet().isBlank()
                ? new String[] {"00:00", "00:00"}
                : config.quiet().split("-");
        if (quiet.length != 2) {
            throw new IllegalArgumentException(NAME + "quiet must be like 21:00-08:00, not " + config.quiet());
        }
        quietFrom = time("quiet", quiet[0]);
        quietTo = time("quiet", quiet[1]);
        remind = time("remind", config.remind());
    }

    List<String> order() {
        return Several.of(config.order());
    }

    /** Whether a channel reaches the telephone number of the application. */
    boolean phones(String channel) {
        return Several.of(config.phone()).contains(channel);
    }

    Duration tries() {
        return Duration.ofHours(config.tryHours());
    }

    Duration fresh() {
        return Duration.ofHours(config.freshHours());
    }

    Duration code() {
        return Duration.ofMinutes(config.codeMinutes());
    }

    /** Where the times are laid down. */
    String source() {
        return config.source();
    }

    /** The moment itself, or the end of the quiet hours it lies in. */
    Instant loud(Instant at) {
        ZonedDateTime local = at.atZone(Moments.ZONE);
        LocalTime time = local.toLocalTime();
        boolean overnight = quietFrom.isAfter(quietTo);
        boolean quiet = overnight
                ? !time.isBefore(quietFrom) || time.isBefore(quietTo)
                : !time.isBefore(quietFrom) && time.isBefore(quietTo);
        if (!quiet) {
            return at;
        }
        ZonedDateTime end = local.with(quietTo);
        return (end.isAfter(local) ? end : end.plusDays(1)).toInstant();
    }

    /** When a visit is reminded of: the evening before. */
    Instant reminder(Instant visit) {
        return visit.atZone(Moments.ZONE).minusDays(1).with(remind).toInstant();
    }

    private static LocalTime time(String key, String text) {
        try {
            return LocalTime.parse(text.strip());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(NAME + key + " must be like 18:00, not " + text);
        }
    }
}
