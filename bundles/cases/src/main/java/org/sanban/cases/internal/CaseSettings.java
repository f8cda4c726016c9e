// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal;

import java.time.LocalTime;
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

/** Settings of the bundle: {@code etc/org.sanban.cases.cfg}. */
@Component(
        service = {CaseSettings.class, Configured.class},
        configurationPid = CaseSettings.PID)
@Designate(ocd = CaseSettings.Config.class)
public final class CaseSettings implements Configured {
    static final String PID = "org.sanban.cases";
    private static final Logger LOG = LoggerFactory.getLogger(CaseSettings.class);

    /** What can be set. */
    @ObjectClassDefinition(name = "Sanban cases")
    public @interface Config {
        @AttributeDefinition(
                name = "Node",
                description = "Number of this node, 1 to 1000, another one on each node that shares the database")
        int node() default 1;

        @AttributeDefinition(name = "Block", description = "How many case numbers a node reserves at once")
        int block() default 1000;

        @AttributeDefinition(
                name = "Reserved",
                description = "How many case numbers are set apart at most at once for cases taken without a network")
        int reserved() default 200;

        @AttributeDefinition(
                name = "Near",
                description = "A case is NEAR its limit when at most so many working days are left")
        int near() default 1;

        @AttributeDefinition(name = "Closing", description = "When the office closes: limits of working days end then")
        String closing() default "17:30";

        @AttributeDefinition(
                name = "Watch",
                description = "Every how many seconds to look for stages whose limit is over")
        int watch() default 20;

        @AttributeDefinition(name = "Holidays", description = "Folder into which State Council calendars are dropped")
        String holidays() default "";

        @AttributeDefinition(name = "Files", description = "Folder of attachments")
        String files() default "";

        @AttributeDefinition(name = "Largest", description = "Largest attachment in bytes")
        long largest() default 20L * 1024 * 1024;
    }

    private final Config config;
    private final LocalTime closing;
    private final List<String> faults;

    @Activate
    public CaseSettings(Config config) {
        Checked<Config> checked = Checked.of(Config.class, PID, config)
                .range("node", 1, 1000)
                // Two nodes that share a number would both deliver: better none.
                .vital("node")
                .range("block", 1, Integer.MAX_VALUE)
                .range("reserved", 0, Integer.MAX_VALUE)
                .range("near", 0, Integer.MAX_VALUE)
                .must("closing", "a time like 17:30", (String text) -> time(text) != null)
                .range("watch", 1, Integer.MAX_VALUE)
                .range("largest", 1, Long.MAX_VALUE);
        this.faults = checked.faults();
        this.config = checked.settings(LOG::warn);
        this.closing = time(this.config.closing());
    }

    @Override
    public List<String> faults() {
        return faults;
    }

    int node() {
        return config.node();
    }

    int block() {
        return config.block();
    }

    int reserved() {
        return config.reserved();
    }

    int near() {
        return config.near();
    }

    LocalTime closing() {
        return closing;
    }

    int watch() {
        return config.watch();
    }

    String holidays() {
        return config.holidays();
    }

    String files() {
        return config.files();
    }

    long largest() {
        return config.largest();
    }

    private static LocalTime time(String text) {
        return LocalTime.parse(text.strip());
    }
}
