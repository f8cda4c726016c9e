// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.wechat.internal;

import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sanban.api.cases.Case;
import org.sanban.api.cases.CaseService;
import org.sanban.api.channel.MessageService;
import org.sanban.api.channel.Refusals;
import org.sanban.api.identity.Actor;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;

/** What people say on WeChat, what it does, and what they are told: in Chinese, or in English where they write English. */
final class Conversation {
    private static final Texts TEXTS = Texts.of(Conversation.class);
    private static final Actor PLATFORM = Actor.system("wechat", "").through(WechatChannel.ID);
    private static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;
    private static final Locale ENGLISH = Locale.ENGLISH;
    private static final Pattern BIND = Pattern.compile("(绑定|bind)?\\s*(\\d{8})");
    private static final int CASES = 5;
    private static final int MANY = 100;
    private static final int LONGEST = 200;

    private final MessageService messages;
    private final CaseService cases;
    private final WechatSettings settings;
    private final Refusals refusals = new Refusals();

    Conversation(MessageService messages, CaseService cases, WechatSettings settings) {
        this.messages = messages;
        this.cases = cases;
        this.settings = settings;
    }

    /** @return what to reply, empty for nothing */
    String answer(Incoming in, String address) {
        return switch (in.text("MsgType")) {
            case "text" -> words(
                    Normalizer.normalize(in.text("Content"), Normalizer.Form.NFKC)
                            .strip()
                            .toLowerCase(Locale.ROOT),
                    address);
            case "event" -> event(in, address);
            default -> TEXTS.get("help").zh();
        };
    }

    private String words(String said, String address) {
        Matcher bind = BIND.matcher(said);
        if (bind.matches()) {
            return bind(bind.group(1), bind.group(2), address);
        }
        return switch (said) {
            case "解绑", "解除绑定" -> unbind(address, CHINESE);
            case "unbind" -> unbind(address, ENGLISH);
            case "进度", "查询", "办件进度" -> progress(address, CHINESE);
            case "progress" -> progress(address, ENGLISH);
            case "help" -> TEXTS.get("help").en();
            default -> TEXTS.get("help").zh();
        };
    }

    /** Whoever binds in English is told in English from then on, until they bind in Chinese; digits alone say nothing of it. */
    private String bind(String word, String code, String address) {
        Locale language = "bind".equals(word) ? ENGLISH : CHINESE;
        try {
            messages.bind(WechatChannel.ID, address, code);
            if (word != null) {
                messages.language(WechatChannel.ID, address, language);
            }
            return TEXTS.get("bound").in(language);
        } catch (Problem e) {
            // A wrong code and too many of them are the writer's to know; anything else is WeChat's to post again.
            if (e.kind() == Problem.Kind.INVALID || e.kind() == Problem.Kind.TOO_MANY) {
                return e.detail().in(language);
            }
            throw e;
        }
    }

    private String unbind(String address, Locale language) {
        messages.unbind(WechatChannel.ID, address);
        return TEXTS.get("unbound").in(language);
    }

    private String progress(String address, Locale language) {
        List<String> lines = new ArrayList<>();
        for (String number : messages.cases(WechatChannel.ID, address, CASES)) {
            line(number, lines, language);
        }
        return lines.isEmpty() ? TEXTS.get("no-cases").in(language) : String.join("\n\n", lines);
    }

    private void line(String number, List<String> lines, Locale language) {
        try {
            Case state = cases.get(number, PLATFORM);
            String line = TEXTS.get("case", number, state.matterName(), state.stageName())
                    .in(language);
            boolean runs = state.due() != null && state.due().dueOn() != null;
            lines.add(runs ? line + '\n' + TEXTS.get("due", state.due().dueOn()).in(language) : line);
        } catch (Problem e) {
            if (e.kind() != Problem.Kind.NOT_FOUND) {
                throw e;
            }
        }
    }

    private String event(Incoming in, String address) {
        switch (in.text("Event")) {
            case "subscribe" -> {
                return TEXTS.get("help").zh();
            }
            case "subscribe_msg_popup_event", "subscribe_msg_change_event" -> in.items()
                    .forEach(item -> consent(item, address, in.at()));
            case "subscribe_msg_sent_event" -> in.items().forEach(Conversation.this::receipt);
            default -> {
                // Of no concern here.
            }
        }
        return "";
    }

    private void consent(Map<String, String> item, String address, Instant at) {
        String template = item.getOrDefault("TemplateId", "");
        if (template.isEmpty()) {
            return;
        }
        switch (item.getOrDefault("SubscribeStatusString", "")) {
            case "accept" -> {
                if (!refusals.after(address, template, at)) {
                    messages.consent(WechatChannel.ID, address, template, settings.longTerm(template) ? MANY : 1);
                }
            }
            case "reject" -> {
                refusals.refused(address, template, at);
                messages.refuse(WechatChannel.ID, address, template);
            }
            default -> {
                // Neither agreed nor refused.
            }
        }
    }

    private void receipt(Map<String, String> item) {
        String reference = item.getOrDefault("MsgID", "");
        String code = item.getOrDefault("ErrorCode", "");
        if (reference.isEmpty() || code.isEmpty()) {
            return;
        }
        boolean arrived = code.equals("0");
        String reason = code + ' ' + item.getOrDefault("ErrorStatus", "");
        messages.receipt(WechatChannel.ID, reference, arrived, arrived ? null : Fields.cut(reason, LONGEST));
    }
}
