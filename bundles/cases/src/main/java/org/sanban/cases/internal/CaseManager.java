// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.cases.Action;
import org.sanban.api.cases.Case;
import org.sanban.api.cases.CaseLine;
import org.sanban.api.cases.CaseQuery;
import org.sanban.api.cases.CaseService;
import org.sanban.api.cases.Draft;
import org.sanban.api.cases.Due;
import org.sanban.api.cases.Progress;
import org.sanban.api.cases.Receipt;
import org.sanban.api.cases.ServiceMode;
import org.sanban.api.cases.Step;
import org.sanban.api.cases.Workflow;
import org.sanban.api.identity.Actor;
import org.sanban.api.identity.IdentityService;
import org.sanban.api.journal.JournalEntry;
import org.sanban.api.matters.Matter;
import org.sanban.api.matters.MatterService;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;
import org.sanban.api.registry.RegistryService;
import org.sanban.api.registry.Site;

/** Cases: each command reads, checks, and commits the new state with one journal entry in one transaction. */
@Component(service = CaseService.class)
public final class CaseManager implements CaseService {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final Texts TEXTS = Texts.of(CaseManager.class);

    private final CaseStore store;
    private final CaseReader reader;
    private final Modes modes;
    private final MatterService matters;
    private final RegistryService registry;
    private final Directory directory;
    private final Deadlines deadlines;
    private final Counters counters;
    private final Once once;
    private final Endings endings = new Endings();

    @Activate
    public CaseManager(
            @Reference CaseStore store,
            @Reference CaseReader reader,
            @Reference Modes modes,
            @Reference MatterService matters,
            @Reference RegistryService registry,
            @Reference IdentityService identity,
            @Reference Deadlines deadlines,
            @Reference Counters counters) {
        this.store = store;
        this.reader = reader;
        this.modes = modes;
        this.matters = matters;
        this.registry = registry;
        this.directory = new Directory(identity, matters, registry);
        this.deadlines = deadlines;
        this.counters = counters;
        this.once = new Once(store, modes);
    }

    @Override
    public Receipt submit(Draft given, Actor actor) {
        boolean unkeyed = given.key() == null || given.key().isBlank();
        Draft draft = unkeyed ? given.keyed(given.number()) : given;
        return once.run(draft.key(), draft, actor, (idem, request) -> {
            ServiceMode mode = named("mode", draft.mode(), modes::offered);
            Site site = named("site", draft.site(), registry::site);
            Matter matter = named("matter", draft.matter(), matters::matter);
            Workflow workflow = mode.workflow();
            Submission submission = new Submission(draft, actor, site, matter, workflow, directory);
            Instant now = deadlines.now();
            submission.check(now);
            mode.check(draft, matter, actor);
            CaseEntity row = submission.row(store::nextId, now.atZone(ZONE));
            CaseData data = submission.data(now);
            row.data = Json.write(data);
            CaseFile file = new CaseFile(row, data, workflow, matter.guide());
            deadlines.set(file);
            JournalEntity entry = entry(row, null, actor, submission.detail(), idem, request);
            entry.kind = JournalEntry.Kind.SUBMITTED.name();
            entry.action = "submit";
            entry.shown = true;
            seal(Chain.START, row, entry);
            store.insert(
                    row,
                    entry,
                    Beside.files(Forms.files(workflow.application(), draft.answers(), draft.materials()))
                            .under(draft.number()));
            reader.keep(file);
            counters.submitted();
            return Once.receipt(row, entry, workflow, false);
        });
    }

    @Override
    public Receipt act(String number, Action action, Actor actor) {
        return once.run(action.key(), List.of(String.valueOf(number), action), actor, (idem, request) -> {
            CaseFile file = reader.open(number, action.version(), actor);
            if (file.row().version != action.version()) {
                throw stale(file, action.version());
            }
            ServiceMode mode = modes.of(file.row());
            Step step = Steps.step(file, action);
            Instant now = deadlines.now();
            Deed deed = new Deed(file, step, action, actor, directory, now);
            deed.check();
            Case before = reader.state(file);
            mode.check(before, action, actor);
            deed.add(mode.facts(before, action, actor, now));
            CaseFile after = deed.done();
            CaseEntity row = after.row();
            row.data = Json.write(after.data());
            deadlines.set(after);
            JournalEntity entry = entry(row, file.row().stage, actor, deed.detail(), idem, request);
            entry.kind = step.kind().name();
            entry.action = step.action();
            entry.shown = step.shown();
            seal(file.row().head, row, entry);
            if (!store.update(row, action.version(), entry, deed.beside(after))) {
                throw stale(reader.open(number, actor), action.version());
            }
            reader.keep(after);
            counters.acted();
            return Once.receipt(row, entry, file.workflow(), false);
        });
    }

    @Override
    public Case get(String number, Actor actor) {
        return reader.state(reader.open(number, actor));
    }

    @Override
    public Map<String, Case> get(Collection<String> numbers, Actor actor) {
        Map<String, Case> cases = new LinkedHashMap<>();
        reader.open(numbers, actor).forEach(file -> cases.put(file.row().number, reader.state(file)));
        return cases;
    }

    @Override
    public Due explain(String number, Actor actor) {
        return deadlines.due(reader.open(number, actor), true);
    }

    @Override
    public List<Step> steps(String number, Actor actor) {
        CaseFile file = reader.open(number, actor);
        boolean offered = modes.absence(file.row().mode) == null;
        return file.workflow().stepsFrom(file.row().stage).stream()
                .filter(step -> offered && Steps.open(file, step, actor))
                .toList();
    }

    @Override
    public Page<CaseLine> find(CaseQuery query, PageRequest page, Actor actor) {
        Today today = deadlines.today();
        List<CaseEntity> rows = store.list(query, scope(query, actor), after(page), page.fetch(), today);
        return Page.of(rows, page, row -> CaseList.key(query, row))
                .map(row -> CaseFile.line(row, modes.workflow(row.mode, row.workflow), today.light(row)));
    }

    /** Where to look: the own worklist reaches beyond the own division. */
    private static String scope(CaseQuery query, Actor actor) {
        if (query.division() == null) {
            return actor.account().equals(query.holder()) ? null : actor.division();
        }
        if (!actor.sees(query.division())) {
            throw Problem.forbidden(TEXTS.get("division.foreign", query.division(), actor.division()));
        }
        return query.division();
    }

    @Override
    public Progress follow(String number, String phoneEnding) {
        String asked = number == null ? "" : number.strip();
        endings.check(asked);
        CaseEntity row = reader.row(asked);
        if (row == null || !endings.match(row.applicantPhone, phoneEnding)) {
            endings.wrong(asked);
            throw Problem.notFound("case", asked);
        }
        // Again: endings guessed at once are counted like endings guessed in a row.
        endings.check(asked);
        CaseFile file = reader.file(row);
        return new Timeline(file, store.entries(row.id, 0, PageRequest.MAX))
                .progress(registry.site(row.site), deadlines.due(file, true), modes.absence(row.mode) == null);
    }

    @Override
    public List<Workflow> modes() {
        return modes.installed();
    }

    @Override
    public Workflow workflow(String mode, int version) {
        return modes.workflow(mode, version);
    }

    private static JournalEntity entry(
            CaseEntity row, String from, Actor actor, Map<String, Object> detail, String idem, byte[] request) {
        JournalEntity entry = new JournalEntity();
        entry.caseId = row.id;
        entry.seq = row.version;
        entry.at = row.changedAt;
        entry.fromStage = from;
        entry.toStage = row.stage;
        entry.account = actor.account();
        entry.actor = actor.name();
        entry.channel = actor.channel();
        entry.detail = Json.write(detail);
        entry.idem = idem;
        entry.request = request;
        return entry;
    }

    private static void seal(byte[] before, CaseEntity row, JournalEntity entry) {
        entry.hash = Chain.hash(before, row.number, entry);
        row.head = entry.hash;
    }

    /** What a stale action is told: what happened meanwhile, and who did it. */
    private Problem stale(CaseFile file, int seen) {
        if (seen < 1 || seen > file.row().version) {
            return Problem.conflict(TEXTS.get("version.unknown", seen, file.row().number, file.row().version));
        }
        String meanwhile = store.entries(file.row().id, seen, 5).stream()
                .map(entry -> new Timeline(file, List.of()).name(entry).zh() + "（" + entry.actor + "，"
                        + Timeline.time(entry.at) + "）")
                .reduce((a, b) -> a + "、" + b)
                .orElse("-");
        return Problem.conflict(TEXTS.get("version.stale", file.row().number, seen, file.row().version, meanwhile));
    }

    static CaseStore.CaseKey after(PageRequest page) {
        if (page.after() == null) {
            return null;
        }
        String[] parts = page.after().split("\\.", 2);
        try {
            return new CaseStore.CaseKey(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            throw Problem.invalid("after", TEXTS.get("after.unknown", page.after()));
        }
    }

    private static <T> T named(String field, String key, Function<String, T> search) {
        if (key == null || key.isBlank()) {
            throw Problem.invalid(field, TEXTS.get("key.required", field));
        }
        try {
            return search.apply(key.strip());
        } catch (Problem problem) {
            throw problem.violations().isEmpty() ? problem.about(field) : problem;
        }
    }
}
