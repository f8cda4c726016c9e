// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.wechat.internal;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.channel.Ability;
import org.sanban.api.channel.Answer;
import org.sanban.api.channel.ChannelAdapter;
import org.sanban.api.channel.Message;
import org.sanban.api.problem.Text;
import org.sanban.api.problem.Texts;

/**
 * Tells people on WeChat (微信) by subscribe messages. An address is the openid that a person has at the service account;
 * one at the mini program, which differs, begins with {@code mini:}.
 */
@Component(service = ChannelAdapter.class, property = "channel.id=" + WechatChannel.ID)
public final class WechatChannel implements ChannelAdapter {
    static final String ID = "wechat";
    static final String MINI = "mini:";
    private static final Texts TEXTS = Texts.of(WechatChannel.class);
    private static final String SERVICE_SEND = "/cgi-bin/message/subscribe/bizsend";
    private static final String MINI_SEND = "/cgi-bin/message/subscribe/send";

    private final WechatSettings settings;

    @Activate
    public WechatChannel(@Reference WechatSettings settings) {
        this.settings = settings;
    }

    @Override
    public Text name() {
        return TEXTS.get("name");
    }

    @Override
    public Set<Ability> abilities() {
        return EnumSet.of(Ability.NOTIFY, Ability.RECEIVE, Ability.PUBLISH);
    }

    @Override
    public Optional<Text> fault() {
        return settings.fault();
    }

    @Override
    public boolean consentPerMessage() {
        return true;
    }

    @Override
    public Answer deliver(Message message) {
        boolean mini = message.address().startsWith(MINI);
        Account account = mini ? settings.mini() : settings.service();
        if (account == null) {
            Text fault = fault().orElse(null);
            return fault == null
                    ? Answer.refused(TEXTS.get(mini ? "no-mini" : "no-service").zh())
                    : Answer.later(fault.zh(), null);
        }
        if (message.template() == null || message.values().isEmpty()) {
            return Answer.refused(TEXTS.get("no-template").zh());
        }
        Text unfit = Fields.fault(message.values()).orElse(null);
        if (unfit != null) {
            return Answer.refused(unfit.zh());
        }
        String openid = mini ? message.address().substring(MINI.length()) : message.address();
        try {
            return Verdict.of(account.ask(mini ? MINI_SEND : SERVICE_SEND, body(message, openid, mini)), openid);
        } catch (Trouble e) {
            return e.answer();
        }
    }

    private ObjectNode body(Message message, String openid, boolean mini) {
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("touser", openid)
                .put("template_id", message.template())
                .put("lang", Locale.ENGLISH.getLanguage().equals(language(message)) ? "en_US" : "zh_CN");
        if (mini) {
            body.put("miniprogram_state", settings.miniState());
        }
        String page = mini ? settings.miniPage() : message.link();
        if (page != null && !page.isBlank()) {
            body.put("page", page);
        }
        body.set("data", Fields.json(message.values()));
        return body;
    }

    private static String language(Message message) {
        return message.language() == null ? "" : message.language().getLanguage();
    }
}
