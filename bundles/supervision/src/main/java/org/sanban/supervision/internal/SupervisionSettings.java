// SPDX-License-Identifier: Apache-2.0
package org.sanban.supervision.internal;

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

/** Settings of the bundle: {@code etc/org.sanban.supervision.cfg}. */
@Component(
        service = {SupervisionSettings.class, Configured.class},
        configurationPid = SupervisionSettings.PID)
@Designate(ocd = SupervisionSettings.Config.class)
public final class SupervisionSettings implements Configured {
    static final String PID = "org.sanban.supervision";
    private static final Logger LOG = LoggerFactory.getLogger(SupervisionSettings.class);

    /** What can be set. */
    @ObjectClassDefinition(name = "Sanban supervision")
    public @interface Config {
        @AttributeDefinition(name = "Watch", description = "Every how many seconds to look for limits that are over")
        int watch() default 30;

        @AttributeDefinition(
                name = "Complaint days",
                description = "Limit to answer a complaint, in working days. A sample until the county sets its own")
        int complaintDays() default 15;

        @AttributeDefinition(name = "Complaint source", description = "Where that limit comes from")
        String complaintSource() default "示例（参照商洛市12345热线：复杂事项15个工作日），以本县规定为准";

        @AttributeDefinition(
                name = "Per address",
                description = "How many complaints one network address may file in an hour")
        int perAddress() default 20;

        @AttributeDefinition(name = "Per node", description = "How many complaints this node takes in an hour")
        int perNode() default 300;
    }

    private final Config config;
    private final List<String> faults;

    @Activate
    public SupervisionSettings(Config config) {
        Checked<Config> checked = Checked.of(Config.class, PID, config)
                .range("watch", 1, Integer.MAX_VALUE)
                .range("complaintDays", 1, 250)
                .must("complaintSource", "where complaintDays is laid down", (String text) -> !text.isBlank())
                .range("perAddress", 1, Integer.MAX_VALUE)
                .range("perNode", 1, Integer.MAX_VALUE);
        this.faults = checked.faults();
        this.config = checked.settings(LOG::warn);
    }

    @Override
    public List<String> faults() {
        return faults;
    }

    int watch() {
        return config.watch();
    }

    int complaintDays() {
        return config.complaintDays();
    }

    String complaintSource() {
        return config.complaintSource();
    }

    int perAddress() {
        return config.perAddress();
    }

    int perNode() {
        return config.perNode();
    }
}
