// SPDX-License-Identifier: Apache-2.0
package org.sanban.matters.internal.takeover;

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

/** Which lists say what a town takes over: {@code etc/org.sanban.matters.takeover.cfg}. */
@Component(
        service = {TakeOverSettings.class, Configured.class},
        configurationPid = TakeOverSettings.PID)
@Designate(ocd = TakeOverSettings.Config.class)
public final class TakeOverSettings implements Configured {
    static final String PID = "org.sanban.matters.takeover";
    private static final Logger LOG = LoggerFactory.getLogger(TakeOverSettings.class);

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
    private final List<String> faults;

    @Activate
    public TakeOverSettings(Config config) {
        Checked<Config> checked = Checked.of(Config.class, PID, config)
                .must("lists", "ids of modes, at least one", (String[] lists) -> modes(Several.of(lists)))
                .must("source", "who says so", (String text) -> !text.isBlank());
        this.faults = checked.faults();
        this.config = checked.settings(LOG::warn);
    }

    private static boolean modes(List<String> ids) {
        return !ids.isEmpty() && ids.stream().allMatch(id -> id.matches("[a-z0-9-]{1,40}"));
    }

    @Override
    public List<String> faults() {
        return faults;
    }

    List<String> lists() {
        return Several.of(config.lists());
    }

    String source() {
        return config.source();
    }
}
