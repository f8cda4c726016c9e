// SPDX-License-Identifier: Apache-2.0
package org.sanban.ledger.internal;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.sanban.api.settings.Several;

/** What the general service desk looks after: {@code etc/org.sanban.ledger.desk.cfg}. */
@Component(service = DeskSettings.class, configurationPid = "org.sanban.ledger.desk")
@Designate(ocd = DeskSettings.Config.class)
public final class DeskSettings {
    /** What can be set. */
    @ObjectClassDefinition(name = "Sanban general service desk")
    public @interface Config {
        @AttributeDefinition(name = "Modes", description = "Modes whose requests the desk coordinates")
        String[] modes() default {"onsite", "proxy", "postal"};

        @AttributeDefinition(name = "Source", description = "Who says so")
        String source() default "平台默认值，县里未规定";
    }

    private final Config config;

    @Activate
    public DeskSettings(Config config) {
        for (String mode : Several.of(config.modes())) {
            if (!mode.matches("[a-z0-9-]{1,40}")) {
                throw new IllegalArgumentException("org.sanban.ledger.desk: modes must be ids of modes, not " + mode);
            }
        }
        this.config = config;
    }

    List<String> modes() {
        return Several.of(config.modes());
    }

    String source() {
        return config.source();
    }
}
