// SPDX-License-Identifier: Apache-2.0
package org.sanban.messages.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.sanban.api.channel.Ability;
import org.sanban.api.channel.Answer;
import org.sanban.api.channel.Backlog;
import org.sanban.api.channel.ChannelAdapter;
import org.sanban.api.channel.Message;
import org.sanban.api.problem.Text;

/** A channel that answers what it is told to, and keeps what it took. */
final class FakeChannel implements ChannelAdapter {
    final List<Message> taken = new ArrayList<>();
    final boolean consent;
    /** How often it was asked. */
    int asked;
    /** How often its backlog was. */
    int backlogs;

    Ability ability = Ability.NOTIFY;
    Answer answer = Answer.sent(null);
    /** What it answers to one message or another; the same to all unless a test says otherwise. */
    Function<Message, Answer> answers = message -> answer;

    Text fault;

    FakeChannel(boolean consent) {
        this.consent = consent;
    }

    @Override
    public Text name() {
        return Text.of("示例渠道");
    }

    @Override
    public Set<Ability> abilities() {
        return Set.of(ability);
    }

    @Override
    public Optional<Text> fault() {
        return Optional.ofNullable(fault);
    }

    @Override
    public boolean consentPerMessage() {
        return consent;
    }

    @Override
    public Optional<Backlog> backlog() {
        backlogs++;
        return Optional.empty();
    }

    @Override
    public Answer deliver(Message message) {
        asked++;
        Answer given = answers.apply(message);
        if (given.outcome() == Answer.Outcome.SENT) {
            taken.add(message);
            return given.references().isEmpty() ? Answer.sent("ref-" + message.id()) : given;
        }
        return given;
    }
}
