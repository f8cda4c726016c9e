// SPDX-License-Identifier: Apache-2.0
package org.sanban.messages.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.sanban.api.data.Moments;
import org.sanban.api.settings.Checked;
import org.sanban.api.settings.Configured;
import org.sanban.api.settings.Several;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Settings of the bundle: {@code etc/org.sanban.messages.cfg}. */
@Component(
        service = {Settings.class, Configured.class},
        configurationPid = Settings.PID)
@Designate(ocd = Settings.Config.class)
public final class Settings implements Configured {
    static final String PID = "org.sanban.messages";
    private static final Logger LOG = LoggerFactory.getLogger(Settings.class);
    /** A visit is spoken of so long before it takes place, be it in the quiet hours. */
    private static final Duration FIRM = Duration.ofHours(1);

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
    private final List<String> faults;

    @Activate
    public Settings(Config config) {
        Checked<Config> checked = Checked.of(Config.class, PID, config)
                .range("tryHours", 1, Integer.MAX_VALUE)
                .range("freshHours", 1, Integer.MAX_VALUE)
                .range("codeMinutes", 1, Integer.MAX_VALUE)
                .must("quiet", "like 21:00-08:00, or empty", (String text) -> quiet(text).length == 2)
                .must("remind", "a time like 18:00", (String text) -> time(text) != null);
        faults = checked.faults();
        this.config = checked.settings(LOG::warn);
        LocalTime[] quiet = quiet(this.config.quiet());
        quietFrom = quiet[0];
        quietTo = quiet[1];
        remind = time(this.config.remind());
    }

    private static LocalTime[] quiet(String text) {
        return text.isBlank()
                ? new LocalTime[] {LocalTime.MIN, LocalTime.MIN}
                : Arrays.stream(text.split("-")).map(Settings::time).toArray(LocalTime[]::new);
    }

    @Override
    public List<String> faults() {
        return faults;
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

    /** When to send what is due: not in quiet hours, unless it is of a visit that would be all but there by their end. */
    Instant dueAt(Instant due, Instant expires) {
        Instant loud = loud(due);
        return expires.isAfter(loud.plus(FIRM)) ? loud : due;
    }

    /** When a visit is reminded of: the evening before. */
    Instant reminder(Instant visit) {
        return visit.atZone(Moments.ZONE).minusDays(1).with(remind).toInstant();
    }

    private static LocalTime time(String text) {
        return LocalTime.parse(text.strip());
    }
}
