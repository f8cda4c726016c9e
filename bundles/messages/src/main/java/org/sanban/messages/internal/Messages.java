// SPDX-License-Identifier: Apache-2.0
package org.sanban.messages.internal;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.cases.Case;
import org.sanban.api.cases.CaseService;
import org.sanban.api.data.Moments;
import org.sanban.api.identity.Actor;
import org.sanban.api.identity.Mask;
import org.sanban.api.identity.Role;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Text;
import org.sanban.api.problem.Texts;

/** Messages as staff sees them: of a case, of a channel, and those a person has to bring. */
@Component(service = Messages.class)
public final class Messages {
    private static final Texts TEXTS = Texts.of(Messages.class);
    private static final String[] READERS = {
        Role.CLERK, Role.OFFICER, Role.AGENT, Role.ADMIN, Role.SUPERVISOR, Role.SYSTEM, "hotline"
    };
    private static final String[] CALLERS = {Role.CLERK, Role.OFFICER, Role.AGENT, Role.ADMIN, "hotline"};
    private static final int BATCH = 200;

    private final MessageStore store;
    private final Settings settings;
    private final Channels channels;
    private final CaseService cases;
    private final InstantSource clock;

    @Activate
    public Messages(
            @Reference MessageStore store,
            @Reference Settings settings,
            @Reference Channels channels,
            @Reference CaseService cases) {
        this(store, settings, channels, cases, InstantSource.system());
    }

    Messages(MessageStore store, Settings settings, Channels channels, CaseService cases, InstantSource clock) {
        this.store = store;
        this.settings = settings;
        this.channels = channels;
        this.cases = cases;
        this.clock = clock;
    }

    /**
     * A message as staff sees it.
     *
     * @param id its key
     * @param number the case's number
     * @param event what it tells of
     * @param channel through which channel; {@code call} for a person, {@code none} for nothing
     * @param address masked; {@code null} where the case has it
     * @param text what it says
     * @param state how far it is
     * @param stateName what people read
     * @param tries how often it was tried
     * @param createdAt when it was made
     * @param dueAt when it is sent, or tried next
     * @param changedAt when its state changed last
     * @param reason what the channel, or whoever called, said; {@code null} for nothing
     */
    @Schema(name = "CaseMessage", description = "消息 A message and what came of it")
    public record Line(
            long id,
            String number,
            String event,
            String channel,
            String address,
            String text,
            State state,
            Text stateName,
            int tries,
            Instant createdAt,
            Instant dueAt,
            Instant changedAt,
            String reason) {
        static Line of(MessageEntity row) {
            return new Line(
                    row.id,
                    row.number,
                    row.event,
                    row.channel,
                    row.address == null ? null : Mask.number(row.address, 3, 2),
                    Content.of(row.content).text(),
                    row.state,
                    row.state.label(),
                    row.tries,
                    Moments.of(row.createdAt),
                    Moments.of(row.dueAt),
                    Moments.of(row.changedAt),
                    row.reason);
        }
    }

    /** A message with the number to call. */
    @Schema(name = "MessageCall", description = "电话告知 A message that a person brings, with the number to call")
    public record Call(Line message, String applicant, String phone) {}

    /** Messages of a case, oldest first. */
    List<Line> of(String number, Actor actor) {
        actor.require(READERS);
        cases.get(number, actor);
        return store.of(number).stream().map(Line::of).toList();
    }

    /** Messages the actor sees, newest first. */
    Page<Line> list(String division, State state, String channel, PageRequest page, Actor actor) {
        actor.require(READERS);
        String place = division == null ? actor.division() : division;
        if (!place.matches("[0-9]{12}") || !actor.sees(place)) {
            throw Problem.forbidden(TEXTS.get("division", place));
        }
        return Page.of(store.list(place, state, channel, page), page, row -> Long.toString(row.id))
                .map(Line::of);
    }

    /** One message to be brought by a person, with whom to call. */
    Call call(long id, Actor actor) {
        actor.require(CALLERS);
        MessageEntity row = seen(id, actor);
        if (row.state != State.CALL) {
            throw Problem.conflict(TEXTS.get("call.state", row.state.label()));
        }
        var applicant =
                cases.get(row.number, Actor.system("messages", row.division)).applicant();
        return new Call(Line.of(row), applicant.name(), applicant.phone());
    }

    /**
     * Notes what came of a call.
     *
     * @param reached whether the person was told; if not, it stays on the list
     */
    Line called(long id, boolean reached, String note, Actor actor) {
        actor.require(CALLERS);
        seen(id, actor);
        if (!reached && (note == null || note.isBlank())) {
            throw Problem.invalid("note", TEXTS.get("call.note"));
        }
        return Line.of(store.in(em -> {
            MessageEntity row = em.find(MessageEntity.class, id, LockModeType.PESSIMISTIC_WRITE);
            if (row.state != State.CALL) {
                throw Problem.conflict(TEXTS.get("call.state", row.state.label()));
            }
            row.tries++;
            row.account = actor.account();
            Outbox.set(row, reached ? State.CALLED : State.CALL, note, clock.instant());
            return row;
        }));
    }

    /** Puts a message that failed or was refused on its way once more. */
    Line resend(long id, Actor actor) {
        actor.require(Role.ADMIN, Role.CLERK);
        seen(id, actor);
        Line line = Line.of(store.in(em -> {
            MessageEntity row = em.find(MessageEntity.class, id, LockModeType.PESSIMISTIC_WRITE);
            if (row.channel.equals(Post.NONE) || row.state != State.FAILED && row.state != State.REFUSED) {
                throw Problem.conflict(TEXTS.get("resend.state", row.state.label()));
            }
            if (isOver(row)) {
                throw Problem.conflict(TEXTS.get("resend.over"));
            }
            again(row);
            return row;
        }));
        channels.wake();
        return line;
    }

    /**
     * Puts everything that failed through a channel on its way once more, but for what came another way, or would remind of
     * what is over; returns how much.
     */
    int resend(String channel, Actor actor) {
        actor.require(Role.ADMIN);
        int taken = 0;
        long after = 0;
        for (List<MessageEntity> batch = store.failed(channel, after, BATCH);
                !batch.isEmpty();
                batch = store.failed(channel, after, BATCH)) {
            for (MessageEntity row : batch) {
                after = row.id;
                if (actor.sees(row.division) && !isOver(row) && store.in(em -> again(em, row))) {
                    taken++;
                }
            }
        }
        channels.wake();
        return taken;
    }

    /** A reminder makes sense until its visit begins, as long as that is not moved. */
    private boolean isOver(MessageEntity row) {
        return Occasion.visitAt(row.occasion)
                .filter(visit -> !visit.isAfter(clock.instant()) || !isAgreed(row, visit))
                .isPresent();
    }

    private boolean isAgreed(MessageEntity row, Instant visit) {
        Case state = cases.get(row.number, Actor.system("messages", row.division));
        return !state.status().ended()
                && state.bookings().stream().anyMatch(one -> one.from().equals(visit));
    }

    private boolean again(EntityManager em, MessageEntity failed) {
        boolean came = MessageStore.of(em, failed.number).stream()
                .anyMatch(one -> one.occasion.equals(failed.occasion) && one.state.reached());
        MessageEntity row = came ? null : em.find(MessageEntity.class, failed.id, LockModeType.PESSIMISTIC_WRITE);
        // Another may have put it on its way meanwhile.
        if (row == null || row.state != State.FAILED) {
            return false;
        }
        again(row);
        return true;
    }

    private void again(MessageEntity row) {
        Instant now = clock.instant();
        Instant last = now.plus(settings.tries());
        Instant until = Occasion.visitAt(row.occasion)
                .filter(visit -> visit.isBefore(last))
                .orElse(last);
        Outbox.set(row, State.WAITING, row.reason, now);
        row.tries = 0;
        row.dueAt = Moments.micros(now);
        row.expiresAt = Moments.micros(until);
    }

    private MessageEntity seen(long id, Actor actor) {
        MessageEntity row = store.in(em -> em.find(MessageEntity.class, id));
        if (row == null || !actor.sees(row.division)) {
            throw Problem.notFound("message", Long.toString(id));
        }
        return row;
    }
}
