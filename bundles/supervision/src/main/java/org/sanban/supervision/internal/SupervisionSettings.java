// SPDX-License-Identifier: Apache-2.0
package org.sanban.supervision.internal;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of the bundle: {@code etc/org.sanban.supervision.cfg}. */
@Component(service = SupervisionSettings.class, configurationPid = "org.sanban.supervision")
@Designate(ocd = SupervisionSettings.Config.class)
public final class SupervisionSettings {
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

    @Activate
    public SupervisionSettings(Config config) {
        if (config.watch() < 1
                || config.complaintDays() < 1
                || config.complaintDays() > 250
                || config.complaintSource().isBlank()
                || config.perAddress() < 1
                || config.perNode() < 1) {
            throw new IllegalArgumentException("org.sanban.supervision: watch, perAddress and perNode must be at least"
                    + " 1, complaintDays 1 to 250, and complaintSource says where they come from");
        }
        this.config = config;
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
