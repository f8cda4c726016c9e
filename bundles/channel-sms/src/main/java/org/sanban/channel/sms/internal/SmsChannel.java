// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.sms.internal;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.sanban.api.channel.Ability;
import org.sanban.api.channel.Answer;
import org.sanban.api.channel.ChannelAdapter;
import org.sanban.api.channel.Message;
import org.sanban.api.channel.MessageService;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Text;
import org.sanban.api.problem.Texts;
import org.sanban.api.settings.Checked;
import org.sanban.api.settings.Configured;
import org.sanban.api.web.MetricSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Text messages (短信): to an operator by SMPP, or to a provider by whatever form of HTTP it has. */
@Component(
        service = {ChannelAdapter.class, MetricSource.class, SmsChannel.class, Configured.class},
        property = "channel.id=" + SmsChannel.ID,
        configurationPid = SmsChannel.PID)
@Designate(ocd = Config.class)
public final class SmsChannel implements ChannelAdapter, MetricSource, Configured {
    static final String PID = "org.sanban.channel.sms";
    static final String ID = "sms";
    private static final Logger LOG = LoggerFactory.getLogger(SmsChannel.class);
    static final Texts TEXTS = Texts.of(SmsChannel.class);

    /** What is said of it in etc. */
    private static final String FILE = "etc/" + PID + ".cfg";

    private final Map<Answer.Outcome, AtomicLong> answers = new EnumMap<>(Answer.Outcome.class);
    private final AtomicLong parts = new AtomicLong();
    private final Config config;
    private final List<String> faults;
    private final Inbox inbox;
    private final Provider provider;
    private final Callbacks callbacks;

    @Activate
    public SmsChannel(Config given, @Reference MessageService messages) {
        for (Answer.Outcome outcome : Answer.Outcome.values()) {
            answers.put(outcome, new AtomicLong());
        }
        Checked<Config> checked = Checked.of(Config.class, PID, given);
        this.faults = checked.faults();
        this.config = checked.settings(LOG::warn);
        this.inbox = new Inbox(messages, StopWords.of(config.stopWords()));
        Provider chosen;
        Callbacks heard = null;
        try {
            Checks.common(config);
            heard = Callbacks.of(config, inbox);
            chosen = provider(config);
        } catch (Problem e) {
            chosen = new NoProvider(wrong(e));
        }
        this.provider = chosen;
        this.callbacks = heard;
    }

    private Provider provider(Config config) {
        return switch (config.form().strip()) {
            case "" -> new NoProvider(TEXTS.get("unconfigured", FILE));
            case "http" -> new HttpProvider(config);
            case "smpp" -> new SmppProvider(config, inbox);
            default -> throw Problem.invalid("form", TEXTS.get("one-of", "smpp, http"));
        };
    }

    private static Text wrong(Problem problem) {
        Problem.Violation first = problem.violations().get(0);
        return TEXTS.get("wrong", FILE, first.field(), first.message());
    }

    @Override
    public List<String> faults() {
        return faults;
    }

    @Deactivate
    void close() {
        provider.close();
    }

    @Override
    public Text name() {
        return TEXTS.get("name");
    }

    @Override
    public Set<Ability> abilities() {
        return Set.of(Ability.NOTIFY);
    }

    @Override
    public Optional<Text> fault() {
        return provider.fault();
    }

    /** What comes in over HTTP, empty when no token was agreed on. */
    Optional<Callbacks> callbacks() {
        return Optional.ofNullable(callbacks);
    }

    @Override
    public Answer deliver(Message message) {
        Answer answer = answer(message);
        answers.get(answer.outcome()).incrementAndGet();
        return answer;
    }

    private Answer answer(Message message) {
        Optional<Text> fault = fault();
        if (fault.isPresent()) {
            return Answer.later(fault.get().zh(), null);
        }
        Optional<String> phone = Phone.local(message.address());
        if (phone.isEmpty()) {
            return Answer.refused(TEXTS.get("number").zh());
        }
        String text = words(message);
        int needed = Parts.of(text).size();
        if (needed > config.maxParts()) {
            return Answer.refused(TEXTS.get("too-long", text.length(), needed, config.maxParts())
                    .zh());
        }
        Answer answer = provider.send(new Sms(message.id(), Phone.written(phone.get(), config.numbers()), text));
        if (answer.outcome() == Answer.Outcome.SENT) {
            parts.addAndGet(needed);
        }
        return answer;
    }

    private String words(Message message) {
        String said = message.text().strip();
        String signature =
                config.signature().isBlank() ? "" : "【" + config.signature().strip() + "】";
        String link = message.link() == null || said.contains(message.link()) ? "" : " " + message.link();
        return (said.startsWith(signature) ? "" : signature) + said + link;
    }

    @Override
    public List<Metric> metrics() {
        List<Metric> metrics = new ArrayList<>();
        answers.forEach((outcome, count) -> metrics.add(new Metric(
                "sanban_sms_messages_total",
                "Text messages that were tried, by what came of it.",
                true,
                Map.of("outcome", outcome.name()),
                count.get())));
        metrics.add(new Metric(
                "sanban_sms_parts_total",
                "Parts of text messages that were sent, as they are billed.",
                true,
                Map.of(),
                parts.get()));
        metrics.add(new Metric(
                "sanban_sms_connected",
                "Whether the provider can be reached as far as is known.",
                false,
                Map.of(),
                provider.connected() ? 1 : 0));
        return metrics;
    }
}
