// SPDX-License-Identifier: Apache-2.0
package org.sanban.matters.internal.takeover;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.sanban.api.settings.Several;

/** Which lists say what a town takes over: {@code etc/org.sanban.matters.takeover.cfg}. */
@Component(service = TakeOverSettings.class, configurationPid = "org.sanban.matters.takeover")
@Designate(ocd = TakeOverSettings.Config.class)
public final class TakeOverSettings {
    /** What can be set. */
    @ObjectClassDefinition(name = "Sanban take-over of matters by towns")
    public @interface Config {
        @AttributeDefinition(
                name = "Lists",
                description = "Modes whose published lists together say what a town takes over")
        String[] lists() default {"window", "proxy"};

        @AttributeDefinition(name = "Source", description = "Who says so")
        String source() default "示例：进驻镇便民服务中心的事项和帮代办事项，待本县规定";
    }

    private final Config config;

    @Activate
    public TakeOverSettings(Config config) {
        for (String mode : Several.of(config.lists())) {
            if (!mode.matches("[a-z0-9-]{1,40}")) {
                throw new IllegalArgumentException(
                        "org.sanban.matters.takeover: lists must be ids of modes, not " + mode);
            }
        }
        if (Several.of(config.lists()).isEmpty() || config.source().isBlank()) {
            throw new IllegalArgumentException("org.sanban.matters.takeover: lists and source must not be empty");
        }
        this.config = config;
    }

    List<String> lists() {
        return Several.of(config.lists());
    }

    String source() {
        return config.source();
    }
}
