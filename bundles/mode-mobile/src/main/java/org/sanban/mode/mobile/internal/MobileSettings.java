// SPDX-License-Identifier: Apache-2.0
package org.sanban.mode.mobile.internal;

import java.time.Duration;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.sanban.api.settings.Checked;
import org.sanban.api.settings.Configured;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Settings of the bundle: {@code etc/org.sanban.mode.mobile.cfg}. */
@Component(
        service = {MobileSettings.class, Configured.class},
        configurationPid = MobileSettings.PID)
@Designate(ocd = MobileSettings.Config.class)
public final class MobileSettings implements Configured {
    static final String PID = "org.sanban.mode.mobile";
    private static final Logger LOG = LoggerFactory.getLogger(MobileSettings.class);

    /** What can be set. The notice sets none of it. */
    @ObjectClassDefinition(name = "Sanban mobile points")
    public @interface Config {
        @AttributeDefinition(
                name = "Grace",
                description = "How many minutes before a stop begins and after it ends cases may be taken, 0 to 720")
        int graceMinutes() default 30;

        @AttributeDefinition(name = "Days", description = "Stops of how many coming days a package holds, 1 to 60")
        int days() default 14;

        @AttributeDefinition(name = "Valid", description = "How many hours a package may be worked from, 1 to 720")
        int validHours() default 72;

        @AttributeDefinition(name = "Numbers", description = "How many numbers a device has at hand, 1 to 200")
        int numbers() default 20;

        @AttributeDefinition(name = "Matters", description = "How many matters a package holds at most, 1 to 2000")
        int matters() default 300;
    }

    private final Config config;
    private final List<String> faults;

    @Activate
    public MobileSettings(Config config) {
        Checked<Config> checked = Checked.of(Config.class, PID, config)
                .range("graceMinutes", 0, 720)
                .range("days", 1, 60)
                .range("validHours", 1, 720)
                .range("numbers", 1, 200)
                .range("matters", 1, 2000);
        this.faults = checked.faults();
        this.config = checked.settings(LOG::warn);
    }

    @Override
    public List<String> faults() {
        return faults;
    }

    Duration grace() {
        return Duration.ofMinutes(config.graceMinutes());
    }

    Duration ahead() {
        return Duration.ofDays(config.days());
    }

    int validHours() {
        return config.validHours();
    }

    int numbers() {
        return config.numbers();
    }

    int matters() {
        return config.matters();
    }
}
