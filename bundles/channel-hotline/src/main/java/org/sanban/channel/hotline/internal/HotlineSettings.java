// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.hotline.internal;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.sanban.api.problem.Text;
import org.sanban.api.problem.Texts;
import org.sanban.api.settings.Checked;
import org.sanban.api.settings.Several;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is set in {@code etc/org.sanban.channel.hotline.cfg}. What is set wrong is told ({@link #fault}) and left out; all
 * else goes on.
 */
@Component(service = HotlineSettings.class, configurationPid = HotlineSettings.PID)
@Designate(ocd = HotlineSettings.Config.class)
public final class HotlineSettings {
    static final String PID = "org.sanban.channel.hotline";

    private static final Logger LOG = LoggerFactory.getLogger(HotlineSettings.class);
    private static final Texts TEXTS = Texts.of(HotlineSettings.class);
    private static final String FILE = "etc/" + PID + ".cfg";
    private static final int LONGEST_PAUSE = 3600;

    /** What can be set. */
    @ObjectClassDefinition(name = "Sanban hotline 12345")
    public @interface Config {
        @AttributeDefinition(
                name = "Limits",
                description = "Working days in which an order is answered, by kind, each with its source:"
                        + " KIND=days|source")
        String[] limits() default {
            "ADVICE=3|示例：外地城市 12345（来源未具城市名）咨询 3 个工作日，待本县规定",
            "HELP=3|示例：外地城市 12345（来源未具城市名）求助 3 个工作日，待本县规定",
            "COMPLAINT=13|示例：外地城市 12345（来源未具城市名）投诉 13 个工作日，待本县规定",
            "REPORT=5|示例：山东省 12345 5 个工作日，待本县规定",
            "SUGGESTION=5|示例：山东省 12345 5 个工作日，待本县规定",
            "APPOINTMENT=1|示例：商洛市 12345 1 至 7 个工作日，取 1，待本县规定",
            "PROGRESS=1|示例：商洛市 12345 1 至 7 个工作日，取 1，待本县规定"
        };

        @AttributeDefinition(
                name = "Extension",
                description = "Working days by which a limit may be extended in all: days|source")
        String extension() default "10|示例：山东省 12345 延期不超过 10 个工作日，待本县规定";

        @AttributeDefinition(
                name = "Return",
                description = "Working days in which an order assigned to the wrong place is given back: days|source")
        String giveBack() default "2|示例：山东省 12345 错派 2 个工作日内退回，待本县规定";

        @AttributeDefinition(
                name = "Calls",
                description = "Calls nobody answered after which an order may be closed: number|source")
        String calls() default "3|示例，待本县规定";

        @AttributeDefinition(name = "Near", description = "Working days before the last at which an order turns yellow")
        int nearDays() default 1;

        @AttributeDefinition(
                name = "Centre",
                description = "Where the 12345 centre takes answers, https://…; without it the centre fetches them")
        String centreUrl() default "";

        @AttributeDefinition(
                name = "Secret",
                description = "Shared with the centre, of 16 characters or more; signs what is sent to it",
                type = AttributeType.PASSWORD)
        String centreSecret() default "";

        @AttributeDefinition(name = "Signature", description = "The header that carries the signature")
        String centreSignature() default "X-Sanban-Signature";

        @AttributeDefinition(
                name = "Names",
                description =
                        "What the centre calls the fields of a message, and the actions: number=orderNo,answer=03")
        String[] centreNames() default {};

        @AttributeDefinition(
                name = "Success",
                description = "What the centre answers when it has taken a message, as JSON pointer and value: /code=0;"
                        + " without it any answer of 2xx")
        String centreSuccess() default "";

        @AttributeDefinition(name = "Timeout", description = "Seconds to wait for the centre, 1 to 60")
        int timeoutSeconds() default 10;

        @AttributeDefinition(
                name = "Retry",
                description = "Seconds until the centre is tried again, doubled each time up to an hour; 1 to 3600")
        int retrySeconds() default 5;

        @AttributeDefinition(
                name = "Open311 keys",
                description = "Systems that may file requests: name|division|requests an hour|key",
                type = AttributeType.PASSWORD)
        String[] open311Keys() default {};

        @AttributeDefinition(name = "Open311 jurisdiction", description = "jurisdiction_id; without it any is taken")
        String open311Jurisdiction() default "";

        @AttributeDefinition(name = "Open311 contact", description = "Whom developers ask, and where keys are given")
        String open311Contact() default "";

        @AttributeDefinition(name = "Open311 type", description = "production or test")
        String open311Type() default "test";

        @AttributeDefinition(
                name = "Open311 address",
                description = "Where others reach the platform, https://example.org; without it, where they have just"
                        + " reached it")
        String open311Address() default "";
    }

    private final Config config;
    private final List<Text> faults = new ArrayList<>();
    private final Map<Kind, Sourced> limits = new EnumMap<>(Kind.class);
    private final Sourced extension;
    private final Sourced giveBack;
    private final Sourced calls;
    private final Centre centre;
    private final Map<String, ApiKey> keys;

    @Activate
    public HotlineSettings(Config given) {
        Checked<Config> checked = Checked.of(Config.class, PID, given);
        checked.faults().forEach(fault -> faults.add(Text.of(fault)));
        this.config = checked.settings(line -> {});
        for (String limit : defaults("limits", String[].class)) {
            limit(limit);
        }
        for (String limit : Several.of(config.limits())) {
            attempt("limits", () -> limit(limit));
        }
        extension = sourced("extension", config.extension());
        giveBack = sourced("giveBack", config.giveBack());
        calls = sourced("calls", config.calls());
        check("nearDays", config.nearDays() >= 0 && config.nearDays() <= 30);
        boolean contacted = check("timeoutSeconds", config.timeoutSeconds() >= 1 && config.timeoutSeconds() <= 60)
                & check("retrySeconds", config.retrySeconds() >= 1 && config.retrySeconds() <= LONGEST_PAUSE);
        centre = config.centreUrl().isBlank() || !contacted ? null : centre();
        keys = ApiKey.read(Several.of(config.open311Keys()), () -> check("open311Keys", false));
        check("open311Type", List.of("production", "test").contains(config.open311Type()));
        check(
                "open311Address",
                config.open311Address().isBlank() || config.open311Address().matches("https?://[^\\s/?#]+[^\\s?#]*"));
        fault().ifPresent(fault -> LOG.warn("{}", fault.en()));
    }

    private Centre centre() {
        int before = faults.size();
        check("centreUrl", Centre.address(config.centreUrl().strip()).isPresent());
        check("centreSecret", config.centreSecret().length() >= 16);
        check("centreSignature", config.centreSignature().matches("[A-Za-z0-9-]{1,60}"));
        check(
                "centreNames",
                Several.of(config.centreNames()).stream().allMatch(name -> name.matches("[a-zA-Z-]+=\\S+")));
        check(
                "centreSuccess",
                config.centreSuccess().isBlank() || config.centreSuccess().matches("(/[^=]*)+=.+"));
        return faults.size() > before ? null : Centre.of(config);
    }

    private void limit(String text) {
        String[] parts = text.split("=", 2);
        limits.put(Kind.valueOf(parts[0].strip()), Sourced.of(parts[1]));
    }

    private Sourced sourced(String key, String text) {
        try {
            return Sourced.of(text);
        } catch (IllegalArgumentException e) {
            check(key, false);
            return Sourced.of(defaults(key, String.class));
        }
    }

    private void attempt(String key, Runnable reading) {
        try {
            reading.run();
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            check(key, false);
        }
    }

    /** Notes a fault of a key, once. */
    private boolean check(String key, boolean right) {
        Text fault = TEXTS.get("fault." + key, FILE);
        if (!right && !faults.contains(fault)) {
            faults.add(fault);
        }
        return right;
    }

    private static <T> T defaults(String key, Class<T> type) {
        try {
            return type.cast(Config.class.getMethod(key).getDefaultValue());
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Everything that is set wrong, in one text. */
    Optional<Text> fault() {
        return faults.stream().reduce((one, other) -> new Text(one.zh() + other.zh(), one.en() + " " + other.en()));
    }

    /** In how many working days an order of a kind is answered. */
    Sourced limit(Kind kind) {
        return limits.get(kind);
    }

    Sourced extension() {
        return extension;
    }

    Sourced giveBack() {
        return giveBack;
    }

    Sourced calls() {
        return calls;
    }

    int nearDays() {
        return Math.max(0, Math.min(30, config.nearDays()));
    }

    /** Whether the centre is to be told, now or once its address is put right. */
    boolean tells() {
        return !config.centreUrl().isBlank();
    }

    /** The centre, where it is set and right. */
    Optional<Centre> reached() {
        return Optional.ofNullable(centre);
    }

    /** Systems that may file requests through the open door, by their key. */
    public Map<String, ApiKey> keys() {
        return keys;
    }

    /** {@code null} where any jurisdiction_id is taken. */
    public String jurisdiction() {
        return config.open311Jurisdiction().isBlank()
                ? null
                : config.open311Jurisdiction().strip();
    }

    public String contact() {
        return config.open311Contact();
    }

    public String type() {
        return config.open311Type();
    }

    /** Where others reach the platform, {@code null} where that is not set. */
    public String address() {
        return config.open311Address().isBlank()
                ? null
                : config.open311Address().strip().replaceAll("/+$", "");
    }
}
