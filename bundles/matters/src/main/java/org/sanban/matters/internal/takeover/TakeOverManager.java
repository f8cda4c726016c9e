// SPDX-License-Identifier: Apache-2.0
package org.sanban.matters.internal.takeover;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javax.persistence.PersistenceException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.identity.Actor;
import org.sanban.api.identity.Role;
import org.sanban.api.matters.MatterService;
import org.sanban.api.matters.TakeOver;
import org.sanban.api.matters.TakeOver.State;
import org.sanban.api.matters.TakeOverQuery;
import org.sanban.api.matters.TakeOverService;
import org.sanban.api.matters.TakeOverStep;
import org.sanban.api.matters.TakeOverSummary;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;
import org.sanban.api.registry.Division;
import org.sanban.api.registry.RegistryService;
import org.sanban.matters.internal.MatterCode;
import org.sanban.matters.internal.Race;

/** What towns have taken over (R137): a town writes down its own, the county sees all. */
@Component(service = TakeOverService.class)
public final class TakeOverManager implements TakeOverService {
    private static final Texts TEXTS = Texts.of(TakeOverManager.class);
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int CHUNK = 200;
    private static final char BETWEEN = '.';

    private final TakeOverStore store;
    private final MatterService matters;
    private final RegistryService registry;
    private final TakeOverSettings settings;
    private final Clock clock = Clock.systemUTC();

    @Activate
    public TakeOverManager(
            @Reference TakeOverStore store,
            @Reference MatterService matters,
            @Reference RegistryService registry,
            @Reference TakeOverSettings settings) {
        this.store = store;
        this.matters = matters;
        this.registry = registry;
        this.settings = settings;
    }

    @Override
    public TakeOver takeOver(String division, String matter, Actor actor) {
        Division town = town(division, actor);
        String code = listed(town, matter);
        return values(town.code(), List.of(code), new TakeOverQuery(division, null, false), 1)
                .get(0);
    }

    @Override
    public Page<TakeOver> takeOvers(TakeOverQuery query, PageRequest page, Actor actor) {
        List<TakeOver> found = new ArrayList<>();
        String after = page.after() == null ? "" : page.after();
        int cut = after.indexOf(BETWEEN);
        String first = cut < 0 ? "" : after.substring(0, cut);
        for (Division town : towns(query.division(), actor)) {
            if (town.code().compareTo(first) >= 0 && found.size() < page.fetch()) {
                String from = town.code().equals(first) ? after.substring(cut + 1) : "";
                collect(town.code(), from, query, page.fetch(), found);
            }
        }
        return Page.of(found, page, one -> one.division() + BETWEEN + one.matter());
    }

    @Override
    public Page<TakeOverSummary> summary(String division, PageRequest page, Actor actor) {
        List<Division> towns = towns(division, actor).stream()
                .filter(town -> page.after() == null || town.code().compareTo(page.after()) > 0)
                .limit(page.fetch())
                .toList();
        return Page.of(towns, page, Division::code).map(this::sum);
    }

    @Override
    public TakeOver move(String division, String matter, TakeOver.Move move, Actor actor) {
        Division town = town(division, actor);
        actor.require(Role.ADMIN, Role.CLERK);
        if (!actor.is(Role.ADMIN) && !actor.division().equals(town.code())) {
            throw Problem.forbidden(TEXTS.get("town.only", town.name()));
        }
        String code = listed(town, matter);
        TakeOverRules.check(move, LocalDate.now(clock.withZone(ZONE)));
        return change(town.code(), code, move.version(), actor, (row, step) -> {
            TakeOverRules.follows(row.state, move.state());
            row.state = move.state();
            row.since = move.since();
            row.note = move.note();
            row.movedBy = actor.name();
            step.state = move.state();
            step.since = move.since();
            step.note = move.note();
        });
    }

    @Override
    public TakeOver guide(String division, String matter, String guidance, int version, Actor actor) {
        Division town = town(division, actor);
        actor.require(Role.ADMIN, Role.OFFICER);
        String code = listed(town, matter);
        TakeOverRules.check(guidance);
        return change(town.code(), code, version, actor, (row, step) -> {
            row.guidance = guidance;
            row.guidedBy = actor.name();
            step.note = guidance;
        });
    }

    @Override
    public List<TakeOverStep> history(String division, String matter, Actor actor) {
        Division town = town(division, actor);
        return store.steps(town.code(), MatterCode.normal(matter));
    }

    private TakeOver change(
            String town,
            String matter,
            int version,
            Actor actor,
            BiConsumer<TakeOverEntity, TakeOverStepEntity> change) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        TakeOverEntity changed = raced(() -> store.change(town, matter, row -> {
            if (row.version != version) {
                throw Problem.conflict(TEXTS.get("stale", row.version));
            }
            row.version++;
            TakeOverStepEntity step = TakeOverStepEntity.of(row, actor, now);
            change.accept(row, step);
            return step;
        }));
        return value(changed, store.names(List.of(matter)).get(matter));
    }

    /** Adds what a town has after a matter and is asked for, until there is enough. */
    private void collect(String town, String after, TakeOverQuery query, int enough, List<TakeOver> found) {
        TownList list = TownList.of(town, settings.lists(), matters);
        String from = after;
        List<String> codes;
        do {
            codes = list.after(from, CHUNK);
            found.addAll(values(town, codes, query, enough - found.size()));
            from = codes.isEmpty() ? from : codes.get(codes.size() - 1);
        } while (!codes.isEmpty() && found.size() < enough);
    }

    private List<TakeOver> values(String town, List<String> codes, TakeOverQuery query, int most) {
        Map<String, TakeOverEntity> rows = store.rows(town, codes);
        List<TakeOverEntity> wanted = codes.stream()
                .map(code -> rows.containsKey(code) ? rows.get(code) : TakeOverEntity.none(town, code))
                .filter(row -> query.wants(row.state))
                .limit(most)
                .toList();
        Map<String, TakeOverStore.Named> names =
                store.names(wanted.stream().map(row -> row.matter).toList());
        return wanted.stream().map(row -> value(row, names.get(row.matter))).toList();
    }

    private TakeOverSummary sum(Division town) {
        TownList list = TownList.of(town.code(), settings.lists(), matters);
        Map<State, Long> states = new EnumMap<>(store.states(town.code(), list.lists()));
        long started = states.entrySet().stream()
                .filter(entry -> entry.getKey() != State.NOT_STARTED)
                .mapToLong(Map.Entry::getValue)
                .sum();
        states.put(State.NOT_STARTED, list.matters().size() - started);
        long behind = Arrays.stream(State.values())
                .filter(State::behind)
                .mapToLong(state -> states.getOrDefault(state, 0L))
                .sum();
        return new TakeOverSummary(town.code(), town.name(), list.matters().size(), states, behind);
    }

    private static TakeOver value(TakeOverEntity row, TakeOverStore.Named named) {
        return new TakeOver(
                row.division,
                row.matter,
                named == null ? row.matter : named.name(),
                named == null ? "" : named.department(),
                row.state,
                row.since,
                row.note,
                row.movedBy,
                row.guidance,
                row.guidedBy,
                row.version);
    }

    /** The towns asked for: one, or all of a county, by code. */
    private List<Division> towns(String division, Actor actor) {
        Division asked = registry.division(division);
        reads(asked, actor);
        if (asked.level() == Division.Level.COUNTY) {
            return registry.divisions(asked.code(), new PageRequest(null, PageRequest.MAX))
                    .items();
        }
        return List.of(town(division, actor));
    }

    private Division town(String division, Actor actor) {
        Division town = registry.division(division);
        reads(town, actor);
        if (town.level() != Division.Level.TOWN) {
            throw Problem.invalid("division", TEXTS.get("town", town.name()));
        }
        return town;
    }

    private static void reads(Division division, Actor actor) {
        actor.require(Role.ADMIN, Role.CLERK, Role.OFFICER, Role.AGENT, Role.SUPERVISOR);
        if (!actor.sees(division.code())) {
            throw Problem.forbidden(TEXTS.get("division.foreign", division.name()));
        }
    }

    private String listed(Division town, String matter) {
        String code = MatterCode.normal(matter);
        if (!TownList.of(town.code(), settings.lists(), matters).matters().contains(code)) {
            throw Problem.notFound(TEXTS.get("unlisted", code, town.name()));
        }
        return code;
    }

    private static <R> R raced(Supplier<R> command) {
        try {
            return command.get();
        } catch (PersistenceException e) {
            throw Race.lost(e) ? Problem.conflict(TEXTS.get("raced")) : e;
        }
    }
}
