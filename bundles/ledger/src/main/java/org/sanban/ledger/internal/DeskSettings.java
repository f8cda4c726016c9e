// SPDX-License-Identifier: Apache-2.0
package org.sanban.ledger.internal;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.sanban.api.settings.Checked;
import org.sanban.api.settings.Configured;
import org.sanban.api.settings.Several;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the general service desk looks after: {@code etc/org.sanban.ledger.desk.cfg}. */
@Component(
        service = {DeskSettings.class, Configured.class},
        configurationPid = DeskSettings.PID)
@Designate(ocd = DeskSettings.Config.class)
public final class DeskSettings implements Configured {
    static final String PID = "org.sanban.ledger.desk";
    private static final Logger LOG = LoggerFactory.getLogger(DeskSettings.class);

    /** What can be set. */
    @ObjectClassDefinition(name = "Sanban general service desk")
    public @interface Config {
        @AttributeDefinition(name = "Modes", description = "Modes whose requests the desk coordinates")
        String[] modes() default {"onsite", "proxy", "postal"};

        @AttributeDefinition(name = "Source", description = "Who says so")
        String source() default "平台默认值，县里未规定";
    }

    private final Config config;
    private final List<String> faults;

    @Activate
    public DeskSettings(Config config) {
        Checked<Config> checked = Checked.of(Config.class, PID, config)
                .must("modes", "ids of modes", (String[] modes) -> Several.of(modes).stream()
                        .allMatch(mode -> mode.matches("[a-z0-9-]{1,40}")));
        this.faults = checked.faults();
        this.config = checked.settings(LOG::warn);
    }

    @Override
    public List<String> faults() {
        return faults;
    }

    List<String> modes() {
        return Several.of(config.modes());
    }

    String source() {
        return config.source();
    }
}
