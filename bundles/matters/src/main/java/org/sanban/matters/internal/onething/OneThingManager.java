// SPDX-License-Identifier: Apache-2.0
package org.sanban.matters.internal.onething;

import java.io.InputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.persistence.PersistenceException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.identity.Actor;
import org.sanban.api.identity.Role;
import org.sanban.api.matters.ImportReport;
import org.sanban.api.matters.ImportReport.Line;
import org.sanban.api.matters.ImportReport.Outcome;
import org.sanban.api.matters.MatterService;
import org.sanban.api.matters.OneThing;
import org.sanban.api.matters.OneThingGuide;
import org.sanban.api.matters.OneThingService;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;
import org.sanban.api.registry.Division;
import org.sanban.api.tables.TableService;
import org.sanban.matters.internal.Faults;
import org.sanban.matters.internal.Race;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One-thing packages (R49). They are the county's, as the catalogue is. */
@Component(service = OneThingService.class)
public final class OneThingManager implements OneThingService {
    private static final Logger LOG = LoggerFactory.getLogger(OneThingManager.class);
    private static final Texts TEXTS = Texts.of(OneThingManager.class);

    private final OneThingStore store;
    private final MatterService matters;
    private final TableService tables;

    @Activate
    public OneThingManager(
            @Reference OneThingStore store, @Reference MatterService matters, @Reference TableService tables) {
        this.store = store;
        this.matters = matters;
        this.tables = tables;
    }

    @Override
    public OneThing thing(String code) {
        return store.newest(code).orElseThrow(() -> missing(code));
    }

    @Override
    public OneThingGuide guide(String code) {
        return Merger.merge(thing(code), matters::matter, Instant.now());
    }

    @Override
    public OneThing thing(String code, int version) {
        return store.version(code, version).orElseThrow(() -> missing(code + " / " + version));
    }

    @Override
    public Page<OneThing> things(PageRequest page) {
        return Page.of(store.inForce(page), page, OneThing::code);
    }

    @Override
    public OneThing publish(OneThing thing, Actor actor) {
        governs(actor);
        OneThing wanted = OneThingRules.normal(thing);
        Faults faults = new Faults();
        OneThingRules.check(wanted, known(List.of(wanted)), faults);
        faults.raise();
        return published(List.of(wanted), actor).get(0);
    }

    @Override
    public OneThing withdraw(String code, Actor actor) {
        governs(actor);
        int version = thing(code).version();
        OneThing withdrawn = raced(() -> store.withdraw(code, now(), actor.account()))
                .orElseThrow(() -> Problem.conflict(TEXTS.get("withdrawn.already", code)));
        LOG.info("package {} version {} is withdrawn", code, version);
        return withdrawn;
    }

    @Override
    public ImportReport load(
            InputStream content, String file, String source, boolean sample, boolean apply, Actor actor) {
        governs(actor);
        Faults given = new Faults();
        given.text("source", source, 200);
        given.raise();
        OneThingFile table = OneThingFile.read(tables.read(content, OneThingFile.MOST_LINES), source, sample);
        List<OneThing> all = List.copyOf(table.things().values());
        Map<String, OneThing> current = store.newest(table.things().keySet());
        Set<String> known = known(all);
        List<Line> lines = new ArrayList<>();
        List<OneThing> changes = new ArrayList<>();
        for (OneThing thing : all) {
            Faults faults = new Faults();
            OneThingRules.check(thing, known, faults);
            OneThing before = current.get(thing.code());
            int line = table.lines().get(thing.code());
            faults.found().forEach(fault -> lines.add(new Line(line, thing.code(), Outcome.ERROR, fault.message())));
            if (faults.found().isEmpty() && (before == null || !OneThingStore.same(before, thing))) {
                changes.add(thing);
                lines.add(
                        before == null
                                ? new Line(line, thing.code(), Outcome.CREATED, TEXTS.get("created", thing.name()))
                                : new Line(
                                        line,
                                        thing.code(),
                                        Outcome.CHANGED,
                                        TEXTS.get("changed", before.version() + 1)));
            }
        }
        int errors = count(lines, Outcome.ERROR);
        boolean applied = apply && errors == 0;
        if (applied) {
            published(changes, actor);
        }
        int created = count(lines, Outcome.CREATED);
        int changed = count(lines, Outcome.CHANGED);
        long wrong = lines.stream()
                .filter(line -> line.outcome() == Outcome.ERROR)
                .map(Line::code)
                .distinct()
                .count();
        int unchanged = all.size() - created - changed - (int) wrong;
        return new ImportReport(
                Objects.requireNonNullElse(file, ""),
                applied,
                created,
                changed,
                unchanged,
                errors,
                lines,
                table.headings());
    }

    private List<OneThing> published(List<OneThing> things, Actor actor) {
        List<OneThing> published = raced(() -> store.publish(things, now(), actor.account()));
        published.forEach(thing -> LOG.info("package {} is in force in version {}", thing.code(), thing.version()));
        return published;
    }

    private Set<String> known(List<OneThing> things) {
        return store.known(things.stream()
                .flatMap(thing -> thing.items().stream())
                .map(OneThing.Item::matter)
                .filter(code -> code.length() <= 80)
                .collect(Collectors.toSet()));
    }

    private static int count(List<Line> lines, Outcome outcome) {
        return (int) lines.stream().filter(line -> line.outcome() == outcome).count();
    }

    private static Problem missing(String key) {
        return Problem.notFound(TEXTS.get("missing", key));
    }

    private static void governs(Actor actor) {
        actor.require(Role.ADMIN);
        if (Division.level(actor.division()) != Division.Level.COUNTY) {
            throw Problem.forbidden(TEXTS.get("county.only"));
        }
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    private static <R> R raced(Supplier<R> command) {
        try {
            return command.get();
        } catch (PersistenceException e) {
            throw Race.lost(e) ? Problem.conflict(TEXTS.get("raced")) : e;
        }
    }
}
