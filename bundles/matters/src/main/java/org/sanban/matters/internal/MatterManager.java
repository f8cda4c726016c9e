// SPDX-License-Identifier: Apache-2.0
package org.sanban.matters.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import javax.persistence.PersistenceException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.sanban.api.identity.Actor;
import org.sanban.api.identity.Role;
import org.sanban.api.matters.Guide;
import org.sanban.api.matters.ImportReport;
import org.sanban.api.matters.Matter;
import org.sanban.api.matters.MatterQuery;
import org.sanban.api.matters.MatterService;
import org.sanban.api.matters.Scope;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;
import org.sanban.api.registry.Division;
import org.sanban.matters.internal.file.Rows;
import org.sanban.matters.internal.file.TableFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The catalogue (R46–R52). It is one for the whole county: only an administrator of a county or above changes it, a town
 * reads it as it is (R51). Matters and guides are asked for by every case and change rarely: they are remembered for ten
 * seconds, which is how long another node's change may take to show here.
 */
@Component(service = MatterService.class, configurationPid = "org.sanban.matters")
@Designate(ocd = MatterManager.Config.class)
public final class MatterManager implements MatterService {
    private static final Logger LOG = LoggerFactory.getLogger(MatterManager.class);
    private static final Texts TEXTS = Texts.of(MatterManager.class);
    private static final Duration LIFE = Duration.ofSeconds(10);
    private static final int REMEMBERED = 10_000;

    /** What can be set. */
    @ObjectClassDefinition(name = "Sanban matters")
    public @interface Config {
        @AttributeDefinition(
                name = "Code forms",
                description =
                        "Path of a csv file with the regional forms of code that are taken; empty for the bundled")
        String codeForms() default "";
    }

    private record Key(String code, int version) {}

    private final MatterStore store;
    private final MatterRules rules;
    private final Scopes scopes;
    private final Cache<String, Matter> matters = cache();
    private final Cache<Key, Guide> guides = cache();

    @Activate
    public MatterManager(@Reference MatterStore store, @Reference ScopeStore scopes, Config config) {
        this(store, scopes, forms(config.codeForms()));
    }

    MatterManager(MatterStore store, ScopeStore scopes, CodeForms forms) {
        this.store = store;
        this.rules = new MatterRules(forms);
        this.scopes = new Scopes(scopes);
    }

    @Override
    public Matter matter(String code) {
        return matters.get(
                MatterCode.normal(code), c -> store.matter(c).orElseThrow(() -> Problem.notFound("matter", c)));
    }

    @Override
    public Guide guide(String code, int version) {
        return guides.get(new Key(MatterCode.normal(code), version), key -> store.guide(key.code(), key.version())
                .orElseThrow(() -> Problem.notFound("guide", key.code() + " / " + key.version())));
    }

    @Override
    public Page<Matter> find(MatterQuery query, PageRequest page) {
        String text = query.text() == null ? "" : query.text().strip();
        MatterQuery asked = new MatterQuery(
                text.isEmpty() ? null : text, query.department(), query.type(), query.level(), query.inForce());
        return Page.of(store.find(asked, page), page, Matter::code);
    }

    @Override
    public Matter publish(Matter matter, Actor actor) {
        governs(actor);
        Matter wanted = new Matter(
                MatterCode.normal(matter.code()),
                matter.name(),
                matter.department(),
                matter.departmentCode(),
                matter.type(),
                matter.source(),
                matter.sample(),
                matter.guide());
        List<Problem.Violation> faults = rules.faults(wanted);
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
        Matter published = changing(() -> store.together(session -> {
            Map<String, Matter> known = session.matters(List.of(wanted.code()));
            Matter current = known.get(wanted.code());
            return current != null && same(current, wanted)
                    ? current
                    : session.publish(List.of(wanted), known.keySet(), now(), actor.account())
                            .get(0);
        }));
        LOG.info(
                "matter {} is in force in version {}",
                published.code(),
                published.guide().version());
        return published;
    }

    @Override
    public Matter withdraw(String code, Actor actor) {
        governs(actor);
        String key = MatterCode.normal(code);
        changing(() -> store.together(session -> {
            Matter current = session.matters(List.of(key)).get(key);
            if (current == null) {
                throw Problem.notFound("matter", key);
            }
            if (current.guide().withdrawn() != null) {
                throw Problem.conflict(TEXTS.get("withdrawn.already", key));
            }
            session.withdraw(key, current.guide().version(), now(), actor.account());
            return key;
        }));
        LOG.info("matter {} is withdrawn", key);
        return matter(key);
    }

    @Override
    public ImportReport load(
            InputStream content,
            String file,
            String source,
            boolean sample,
            boolean apply,
            Actor actor,
            IntConsumer progress) {
        governs(actor);
        if (source == null || source.isBlank() || source.length() > 200 || Faults.unreadable(source)) {
            throw Problem.invalid("source", TEXTS.get("text", 200));
        }
        MatterImport.Order order = new MatterImport.Order(source, sample, apply, actor.account(), now());
        String name = fileName(file);
        byte[] bytes = bytes(content);
        try (Rows rows = TableFile.open(bytes)) {
            return changing(() -> store.together(session -> {
                MatterImport run = new MatterImport(session, rules, order);
                ReportBook book = run.run(rows, progress);
                ImportReport report = book.report(name, apply && book.errors() == 0, run.columns());
                if (apply && !report.applied()) {
                    throw new Refused(report);
                }
                if (apply) {
                    session.note(row(book, bytes, name, order));
                    LOG.info("{}: {} matters new, {} changed", name, report.created(), report.changed());
                }
                return report;
            }));
        } catch (Refused refused) {
            return refused.report;
        }
    }

    @Override
    public Scope scope(String mode, String division, Division.Level level) {
        return scopes.serving(mode, division, level);
    }

    @Override
    public Page<Scope> scopes(String mode, String division, PageRequest page) {
        return scopes.list(mode, division, page);
    }

    @Override
    public Scope publish(Scope scope, Actor actor) {
        return scopes.publish(scope, now(), actor);
    }

    /** Undoes an import that had errors after it had begun to write. */
    private static final class Refused extends RuntimeException {
        @java.io.Serial
        private static final long serialVersionUID = 1L;

        private final transient ImportReport report;

        Refused(ImportReport report) {
            super(null, null, false, false);
            this.report = report;
        }
    }

    private static ImportEntity row(ReportBook book, byte[] bytes, String file, MatterImport.Order order) {
        ImportEntity row = book.row();
        row.sha256 = Digest.sha256(bytes);
        row.file = file;
        row.source = order.source();
        row.sample = order.sample();
        row.importedAt = ChronoUnit.MICROS.between(Instant.EPOCH, order.now());
        row.importedBy = order.account();
        return row;
    }

    private static String fileName(String file) {
        String name = Objects.requireNonNullElse(file, "")
                .replaceAll("\\p{Cntrl}", "")
                .strip();
        return name.substring(Math.max(0, name.length() - 200));
    }

    private static byte[] bytes(InputStream content) {
        try {
            return TableFile.read(content);
        } catch (IOException e) {
            LOG.debug("an import broke off", e);
            throw Problem.invalid("content", TEXTS.get("content.broken"));
        }
    }

    private static boolean same(Matter current, Matter wanted) {
        return current.guide().withdrawn() == null
                && current.source().equals(wanted.source())
                && current.sample() == wanted.sample()
                && MatterImport.changes(current, wanted).isEmpty();
    }

    /** Does what changes the catalogue, forgets what was remembered, and tells a lost race from a defect. */
    private <R> R changing(Supplier<R> command) {
        try {
            return command.get();
        } catch (PersistenceException e) {
            if (Race.lost(e)) {
                throw Problem.conflict(TEXTS.get("raced"));
            }
            throw e;
        } finally {
            matters.invalidateAll();
            guides.invalidateAll();
        }
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

    private static CodeForms forms(String path) {
        try {
            return path.isBlank() ? CodeForms.bundled() : CodeForms.of(Path.of(path));
        } catch (IOException | IllegalArgumentException e) {
            LOG.error("code forms of {} cannot be read, the bundled ones are used: {}", path, e.getMessage());
            return CodeForms.bundled();
        }
    }

    static <K, V> Cache<K, V> cache() {
        return Caffeine.newBuilder()
                .expireAfterWrite(LIFE)
                .maximumSize(REMEMBERED)
                .build();
    }
}
