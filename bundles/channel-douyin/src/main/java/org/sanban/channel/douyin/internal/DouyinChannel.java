// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.douyin.internal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.channel.Ability;
import org.sanban.api.channel.Answer;
import org.sanban.api.channel.ChannelAdapter;
import org.sanban.api.channel.Message;
import org.sanban.api.data.Latest;
import org.sanban.api.problem.Text;
import org.sanban.api.problem.Texts;

/** Tells people on Douyin (抖音) by subscribe messages of a mini program; an address is the openid a person has there. */
@Component(service = ChannelAdapter.class, property = "channel.id=" + DouyinChannel.ID)
public final class DouyinChannel implements ChannelAdapter {
    static final String ID = "douyin";
    private static final Texts TEXTS = Texts.of(DouyinChannel.class);
    private static final String SEND = "/api/notification/v2/subscription/notify_user/";
    /** Douyin takes one message a second for one person (对单个用户推送消息，频率限制为 1 次/秒; the page of mini games). */
    private static final Duration BETWEEN = Duration.ofSeconds(1);

    private static final int MOST = 1_000;

    private final DouyinSettings settings;
    private final LongSupplier clock;
    private final Map<String, Long> told = Latest.used(MOST);

    @Activate
    public DouyinChannel(@Reference DouyinSettings settings) {
        this(settings, System::nanoTime);
    }

    DouyinChannel(DouyinSettings settings, LongSupplier clock) {
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Text name() {
        return TEXTS.get("name");
    }

    @Override
    public Set<Ability> abilities() {
        return EnumSet.of(Ability.NOTIFY, Ability.PUBLISH);
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
        if (settings.program() == null) {
            return Answer.later(fault().orElseThrow().zh(), null);
        }
        if (message.template() == null || message.values().isEmpty()) {
            return Answer.refused(TEXTS.get("no-template").zh());
        }
        for (Map.Entry<String, String> field : message.values().entrySet()) {
            if (field.getValue() == null || field.getValue().isBlank()) {
                return Answer.refused(TEXTS.get("empty", field.getKey()).zh());
            }
        }
        if (tooSoon(message.address())) {
            return Answer.notYet(TEXTS.get("too-soon").zh(), BETWEEN);
        }
        try {
            return Verdict.of(settings.program().ask(SEND, body(message)), message.address());
        } catch (Trouble e) {
            return e.answer();
        }
    }

    private boolean tooSoon(String address) {
        synchronized (told) {
            Long last = told.get(address);
            long now = clock.getAsLong();
            if (last != null && now - last < BETWEEN.toNanos()) {
                return true;
            }
            told.put(address, now);
            return false;
        }
    }

    private ObjectNode body(Message message) {
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("msg_id", message.template())
                .put("open_id", message.address());
        ArrayNode types = body.putArray("notify_type");
        settings.notifyType().forEach(types::add);
        if (!settings.page().isEmpty()) {
            body.put("page", settings.page());
        }
        ObjectNode data = body.putObject("data");
        message.values()
                .forEach((field, value) -> data.put(
                        field, value.replaceAll("[\\p{Cntrl}\\s]+", " ").strip()));
        return body;
    }
}
