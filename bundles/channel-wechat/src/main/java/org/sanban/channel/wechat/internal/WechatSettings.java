// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.wechat.internal;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.sanban.api.problem.Text;
import org.sanban.api.problem.Texts;
import org.sanban.api.settings.Checked;
import org.sanban.api.settings.Configured;
import org.sanban.api.settings.Several;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What township IT has set, and the accounts at WeChat that come of it. */
@Component(
        service = {WechatSettings.class, Configured.class},
        configurationPid = WechatSettings.PID)
@Designate(ocd = WechatSettings.Config.class)
public final class WechatSettings implements Configured {
    static final String PID = "org.sanban.channel.wechat";
    private static final Logger LOG = LoggerFactory.getLogger(WechatSettings.class);

    /** What must be set: {@code etc/org.sanban.channel.wechat.cfg}. */
    @ObjectClassDefinition(name = "Sanban channel WeChat")
    public @interface Config {
        @AttributeDefinition(name = "Address", description = "Of the interface")
        String url() default "https://api.weixin.qq.com";

        @AttributeDefinition(name = "Timeout", description = "Seconds to connect, and again to answer, 1 to 30")
        int timeoutSeconds() default 10;

        @AttributeDefinition(name = "Service account", description = "AppID of the service account (服务号)")
        String appId() default "";

        @AttributeDefinition(name = "Its secret", description = "AppSecret", type = AttributeType.PASSWORD)
        String appSecret() default "";

        @AttributeDefinition(name = "Its token", description = "Token of the callback", type = AttributeType.PASSWORD)
        String token() default "";

        @AttributeDefinition(
                name = "Its key",
                description = "EncodingAESKey, 43 characters; without it the callback is in plain mode",
                type = AttributeType.PASSWORD)
        String aesKey() default "";

        @AttributeDefinition(name = "Mini program", description = "AppID of the mini program (小程序)")
        String miniAppId() default "";

        @AttributeDefinition(name = "Its secret", description = "AppSecret", type = AttributeType.PASSWORD)
        String miniAppSecret() default "";

        @AttributeDefinition(name = "Its token", description = "Token of the callback", type = AttributeType.PASSWORD)
        String miniToken() default "";

        @AttributeDefinition(name = "Its key", description = "EncodingAESKey", type = AttributeType.PASSWORD)
        String miniAesKey() default "";

        @AttributeDefinition(name = "Page", description = "Page of the mini program that a message opens")
        String miniPage() default "";

        @AttributeDefinition(name = "Release", description = "Of the mini program: formal, trial or developer")
        String miniState() default "formal";

        @AttributeDefinition(
                name = "Long-term templates",
                description = "Ids of templates for which one consent is good for many messages (长期订阅)")
        String[] longTermTemplates() default {};

        @AttributeDefinition(name = "Cover", description = "Media id of the picture above published guides")
        String coverMediaId() default "";

        @AttributeDefinition(name = "Author", description = "Whom published guides name, at most 16 characters")
        String author() default "";

        @AttributeDefinition(name = "Window", description = "Seconds a callback may be old, 30 to 3600")
        int replaySeconds() default 300;
    }

    private static final Texts TEXTS = Texts.of(WechatSettings.class);
    private static final String FILE = "etc/" + PID + ".cfg";

    private final Config config;
    private final List<String> faults;
    private final Text fault;
    private final Account service;
    private final Account mini;
    private final Line line;

    @Activate
    public WechatSettings(Config given) {
        Checked<Config> checked = Checked.of(Config.class, PID, given);
        this.faults = checked.faults();
        this.config = checked.settings(LOG::warn);
        this.fault = check(config);
        if (fault != null) {
            service = null;
            mini = null;
            line = null;
            return;
        }
        Duration timeout = Duration.ofSeconds(config.timeoutSeconds());
        line = new Line(URI.create(config.url().strip().replaceAll("/+$", "")), timeout);
        service = config.appId().isBlank()
                ? null
                : new Account(
                        line, config.appId(), config.appSecret(), envelope(config.token(), config.aesKey(), false));
        mini = config.miniAppId().isBlank()
                ? null
                : new Account(
                        line,
                        config.miniAppId(),
                        config.miniAppSecret(),
                        envelope(config.miniToken(), config.miniAesKey(), true));
    }

    @Override
    public List<String> faults() {
        return faults;
    }

    /** Breaks off what is being asked. */
    @Deactivate
    void stop() {
        if (line != null) {
            line.close();
        }
    }

    private Envelope envelope(String token, String aesKey, boolean forMini) {
        return new Envelope(token.strip(), aesKey.strip(), (forMini ? config.miniAppId() : config.appId()).strip());
    }

    private static Text check(Config config) {
        if (config.appId().isBlank() && config.miniAppId().isBlank()) {
            return TEXTS.get("missing", FILE, "appId / miniAppId");
        }
        Text fault = account(config.appId(), config.appSecret(), config.token(), config.aesKey(), false);
        if (fault == null) {
            fault = account(config.miniAppId(), config.miniAppSecret(), config.miniToken(), config.miniAesKey(), true);
        }
        if (fault == null && !config.url().strip().matches("https?://[^\\s?#]+")) {
            fault = TEXTS.get("wrong", FILE, "url");
        }
        if (fault == null && (config.timeoutSeconds() < 1 || config.timeoutSeconds() > 30)) {
            fault = TEXTS.get("wrong", FILE, "timeoutSeconds");
        }
        if (fault == null && (config.replaySeconds() < 30 || config.replaySeconds() > 3600)) {
            fault = TEXTS.get("wrong", FILE, "replaySeconds");
        }
        if (fault == null && !Set.of("formal", "trial", "developer").contains(config.miniState())) {
            fault = TEXTS.get("wrong", FILE, "miniState");
        }
        return fault;
    }

    private static Text account(String id, String secret, String token, String key, boolean mini) {
        if (id.isBlank()) {
            return null;
        }
        if (secret.isBlank()) {
            return TEXTS.get("missing", FILE, mini ? "miniAppSecret" : "appSecret");
        }
        if (token.isBlank()) {
            return TEXTS.get("missing", FILE, mini ? "miniToken" : "token");
        }
        boolean good = key.isBlank() || key.strip().matches("[A-Za-z0-9+/]{43}");
        return good ? null : TEXTS.get("wrong", FILE, mini ? "miniAesKey" : "aesKey");
    }

    /** What is missing or wrong: a setting, or what WeChat does not accept of them. */
    Optional<Text> fault() {
        if (fault != null) {
            return Optional.of(fault);
        }
        Optional<Text> refused = service == null ? Optional.empty() : service.refused();
        return refused.isPresent() || mini == null ? refused : mini.refused();
    }

    /** What is wrong with a setting that only publishing needs. */
    Text missing(String key) {
        return TEXTS.get("missing", FILE, key);
    }

    /** The service account (服务号), {@code null} where there is none. */
    Account service() {
        return service;
    }

    /** The mini program (小程序), {@code null} where there is none. */
    Account mini() {
        return mini;
    }

    boolean longTerm(String template) {
        for (String id : Several.of(config.longTermTemplates())) {
            if (id.strip().equals(template)) {
                return true;
            }
        }
        return false;
    }

    String miniPage() {
        return config.miniPage().strip();
    }

    String miniState() {
        return config.miniState();
    }

    String coverMediaId() {
        return config.coverMediaId().strip();
    }

    String author() {
        return config.author().strip();
    }

    Duration replay() {
        return Duration.ofSeconds(config.replaySeconds());
    }
}
