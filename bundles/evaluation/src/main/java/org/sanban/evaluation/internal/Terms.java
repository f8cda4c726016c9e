// SPDX-License-Identifier: Apache-2.0
package org.sanban.evaluation.internal;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.sanban.api.problem.Text;
import org.sanban.api.settings.Checked;
import org.sanban.api.settings.Configured;
import org.sanban.api.settings.Several;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rules that nobody has laid down for the whole country, each with the source it was taken from:
 * {@code etc/org.sanban.evaluation.cfg}.
 */
@Component(
        service = {Terms.class, Configured.class},
        configurationPid = Terms.PID)
@Designate(ocd = Terms.Config.class)
public final class Terms implements Configured {
    static final String PID = "org.sanban.evaluation";
    private static final Logger LOG = LoggerFactory.getLogger(Terms.class);

    /** What can be set. */
    @ObjectClassDefinition(name = "Sanban evaluation")
    public @interface Config {
        @AttributeDefinition(
                name = "Address",
                description = "Where citizens reach the platform, https://example.org; without it links lead to where"
                        + " the clerk's own browser has reached it")
        String address() default "";

        @AttributeDefinition(name = "Link days", description = "How many days an invitation can be used")
        int linkDays() default 30;

        @AttributeDefinition(
                name = "Limits",
                description = "Working days in which a bad rating is rectified, by level, each with its source:"
                        + " LEVEL=days|source")
        String[] limits() default {
            "DISSATISFIED=5|示例：德州市 5 个工作日（ceirp.cn），待本县规定", "VERY_DISSATISFIED=5|示例：德州市 5 个工作日（ceirp.cn），待本县规定"
        };

        @AttributeDefinition(
                name = "Details",
                description = "What a citizen can choose for a bad rating: code|Chinese|English")
        String[] details() default {
            "efficiency|服务效率低|slow service",
            "competence|服务水平低|poor command of the business",
            "attitude|服务态度差|poor attitude",
            "guide|办事指南不准确|the guide was not accurate",
            "convenience|办事不便捷|not convenient",
            "platform|平台不好用|the platform is hard to use"
        };

        @AttributeDefinition(name = "Source of the details", description = "Where the list was taken from")
        String detailsSource() default "示例：线上线下评价指标（jiakaoti.com），待本省规定";

        @AttributeDefinition(
                name = "Appeal days",
                description = "Working days in which the rated person may appeal: days|source")
        String appeal() default "5|示例，待本县规定";

        @AttributeDefinition(
                name = "Calls",
                description = "Calls nobody answered after which a rectification may be closed: number|source")
        String calls() default "3|示例，待本县规定";

        @AttributeDefinition(
                name = "Visits",
                description = "Steps, besides the end of a case, after which a citizen is invited: mode/action")
        String[] visits() default {"onsite/accept"};

        @AttributeDefinition(name = "Watch", description = "Every how many seconds to look for limits that are over")
        int watch() default 60;
    }

    /**
     * A number with where it was taken from.
     *
     * @param number days, or how often
     * @param source 示例：德州市
     */
    @Schema(name = "SourcedNumber", description = "数值及来源 A number with where it was taken from")
    public record Sourced(int number, String source) {}

    private final Config config;
    private final Map<Level, Sourced> limits;
    private final Map<String, Text> details;
    private final Sourced appeal;
    private final Sourced calls;
    private final List<String> faults;

    @Activate
    public Terms(Config config) {
        Checked<Config> checked = Checked.of(Config.class, PID, config)
                .address("address")
                .range("linkDays", 1, 3650)
                .range("watch", 1, Integer.MAX_VALUE)
                .must(
                        "limits",
                        "DISSATISFIED=days|source and VERY_DISSATISFIED=days|source",
                        (String[] lines) -> limits(lines).size() == 2)
                .must(
                        "details",
                        "at most 15 of code|Chinese|English",
                        (String[] lines) -> details(lines).size() <= 15)
                .must("appeal", "like 5|where this is laid down", (String text) -> sourced(text) != null)
                .must("calls", "like 3|where this is laid down", (String text) -> sourced(text) != null);
        this.faults = checked.faults();
        this.config = checked.settings(LOG::warn);
        this.limits = limits(this.config.limits());
        this.details = details(this.config.details());
        this.appeal = sourced(this.config.appeal());
        this.calls = sourced(this.config.calls());
    }

    private static Map<Level, Sourced> limits(String[] lines) {
        Map<Level, Sourced> limits = new EnumMap<>(Level.class);
        for (String line : Several.of(lines)) {
            String[] parts = line.split("=", 2);
            limits.put(level(parts[0]), sourced(parts[1]));
        }
        return limits;
    }

    private static Map<String, Text> details(String[] lines) {
        Map<String, Text> details = new LinkedHashMap<>();
        for (String line : Several.of(lines)) {
            String[] parts = line.split("\\|");
            if (parts.length != 3 || !parts[0].matches("[a-z0-9-]{1,30}")) {
                throw new IllegalArgumentException(line);
            }
            details.put(parts[0], new Text(parts[1], parts[2]));
        }
        return details;
    }

    @Override
    public List<String> faults() {
        return faults;
    }

    /** How long a bad level may take to be rectified. */
    Sourced limit(Level bad) {
        return limits.get(bad);
    }

    /** All limits. */
    Map<Level, Sourced> limits() {
        return Map.copyOf(limits);
    }

    /** What can be chosen, in order, by code. */
    Map<String, Text> details() {
        return details;
    }

    String detailsSource() {
        return config.detailsSource();
    }

    Sourced appeal() {
        return appeal;
    }

    Sourced calls() {
        return calls;
    }

    /** Every how many seconds to look for limits that are over. */
    int watch() {
        return config.watch();
    }

    int linkDays() {
        return config.linkDays();
    }

    /** Whether a citizen is invited after a step although the case goes on. */
    boolean visit(String mode, String action) {
        return Several.of(config.visits()).contains(mode + "/" + action);
    }

    /** Whether it is known where citizens reach the platform. */
    boolean addressed() {
        return !config.address().isBlank();
    }

    /**
     * Where a token leads to.
     *
     * @param reached where the caller has reached the platform, for want of a configured address
     */
    String link(String token, String reached) {
        String address = config.address().isBlank() ? reached : config.address().strip();
        // Behind the #, so that it stands in no log of a server.
        return address.replaceAll("/+$", "") + "/evaluate/#" + token;
    }

    private static Level level(String word) {
        return Arrays.stream(Level.values())
                .filter(level -> level.bad() && level.name().equals(word.strip()))
                .findFirst()
                .orElseThrow(IllegalArgumentException::new);
    }

    private static Sourced sourced(String text) {
        String[] parts = text.strip().split("\\|", 2);
        if (parts.length != 2 || !parts[0].matches("[0-9]{1,3}") || parts[1].isBlank() || parts[1].length() > 200) {
            throw new IllegalArgumentException(text);
        }
        return new Sourced(Integer.parseInt(parts[0]), parts[1].strip());
    }
}
