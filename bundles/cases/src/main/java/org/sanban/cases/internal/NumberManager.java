// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.cases.NumberService;
import org.sanban.api.cases.ReservedNumber;
import org.sanban.api.cases.ReservedNumber.State;
import org.sanban.api.identity.Actor;
import org.sanban.api.identity.Role;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Problem.Violation;
import org.sanban.api.problem.Texts;

/** Sets case numbers apart. They come from the node's block, as those of all other cases. */
@Component(service = NumberService.class)
public final class NumberManager implements NumberService {
    private static final Texts TEXTS = Texts.of(NumberManager.class);
    /** Serials are finite: this many times what is given at once may lie unused of one day. */
    private static final int UNUSED = 5;

    private static final Duration DAY = Duration.ofDays(1);

    private final CaseStore cases;
    private final NumberStore store;
    private final CaseSettings settings;
    private final Deadlines deadlines;

    @Activate
    public NumberManager(
            @Reference CaseStore cases,
            @Reference NumberStore store,
            @Reference CaseSettings settings,
            @Reference Deadlines deadlines) {
        this.cases = cases;
        this.store = store;
        this.settings = settings;
        this.deadlines = deadlines;
    }

    @Override
    public List<ReservedNumber> reserve(int count, Actor actor) {
        actor.require(Role.CLERK, Role.AGENT, Role.SYSTEM);
        int most = settings.reserved();
        if (count < 1 || count > most) {
            throw Problem.invalid("count", TEXTS.get("number.count", most));
        }
        Instant now = deadlines.now();
        if (store.open(actor.account(), CaseList.micros(now.minus(DAY))) + count > (long) UNUSED * most) {
            throw Problem.conflict(TEXTS.get("number.many", actor.account(), UNUSED * most));
        }
        List<NumberEntity> rows =
                Stream.generate(() -> row(actor, now)).limit(count).toList();
        store.add(rows);
        return rows.stream().map(NumberEntity::view).toList();
    }

    @Override
    public ReservedNumber number(String number, Actor actor) {
        NumberEntity row = row(number);
        if (!row.account.equals(actor.account()) && !actor.sees(row.division)) {
            throw Problem.notFound("number", number);
        }
        return row.view();
    }

    @Override
    public Page<ReservedNumber> find(State state, PageRequest page, Actor actor) {
        if (state == null) {
            throw Problem.invalid("state", TEXTS.get("key.required", "state"));
        }
        long before = page.after() == null ? Long.MAX_VALUE : serial(page.after());
        return Page.of(store.list(state, actor.division(), before, page.fetch()), page, row -> Long.toString(row.id))
                .map(NumberEntity::view);
    }

    @Override
    public ReservedNumber giveUp(String number, String reason, Actor actor) {
        NumberEntity row = row(number);
        if (!row.account.equals(actor.account())) {
            throw Problem.notFound("number", number);
        }
        List<Violation> faults = new ArrayList<>();
        new Forms(faults, Set.of(), code -> false).text("reason", reason, true, 500);
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
        store.giveUp(row.id, reason.strip(), CaseList.micros(deadlines.now()));
        NumberEntity now = row(number);
        if (now.state.equals(State.USED.name())) {
            throw settled(now);
        }
        return now.view();
    }

    /** What somebody is told who would use a number that is settled. */
    static Problem settled(NumberEntity row) {
        String key = row.state.equals(State.USED.name()) ? "number.used" : "number.given-up";
        return Problem.conflict(
                TEXTS.get(key, row.number, row.account, Timeline.time(row.settledAt), String.valueOf(row.reason)));
    }

    private NumberEntity row(Actor actor, Instant now) {
        NumberEntity row = new NumberEntity();
        row.id = cases.nextId();
        row.number = CaseNumber.of(row.id, now.atZone(CaseManager.ZONE).getYear(), actor.division());
        row.account = actor.account();
        row.division = actor.division();
        row.reservedAt = CaseList.micros(now);
        row.state = State.OPEN.name();
        return row;
    }

    private NumberEntity row(String number) {
        OptionalLong id = CaseNumber.id(number);
        NumberEntity row = id.isPresent() ? store.find(id.getAsLong()) : null;
        if (row == null || !row.number.equals(number)) {
            throw Problem.notFound("number", String.valueOf(number));
        }
        return row;
    }

    private static long serial(String after) {
        try {
            return Long.parseLong(after);
        } catch (NumberFormatException e) {
            throw Problem.invalid("after", TEXTS.get("after.unknown", after));
        }
    }
}
