// SPDX-License-Identifier: Apache-2.0
package org.sanban.rating.internal;

import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.persistence.PersistenceException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.identity.Actor;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;
import org.sanban.api.rating.StarCriterion;
import org.sanban.api.registry.Site;
import org.sanban.api.tables.TableService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The county's point tables (R75): published, imported, and which one is in force. */
@Component(service = Tables.class)
public final class Tables {
    private static final Logger LOG = LoggerFactory.getLogger(Tables.class);
    private static final Texts TEXTS = Texts.of(Tables.class);

    private final TableStore store;
    private final TableService files;
    private final Criteria criteria;
    private final Access access;
    private final Clock clock;

    @Activate
    public Tables(
            @Reference TableStore store,
            @Reference TableService files,
            @Reference Criteria criteria,
            @Reference Access access) {
        this(store, files, criteria, access, Clock.systemUTC());
    }

    Tables(TableStore store, TableService files, Criteria criteria, Access access, Clock clock) {
        this.store = store;
        this.files = files;
        this.criteria = criteria;
        this.access = access;
        this.clock = clock;
    }

    /** The newest version of each. */
    List<PointTable> all() {
        return store.tables();
    }

    PointTable newest(String id) {
        return store.newest(id).orElseThrow(() -> Problem.notFound(TEXTS.get("table.unknown", id)));
    }

    PointTable version(String id, int version) {
        return store.table(id, version)
                .orElseThrow(() -> Problem.notFound(TEXTS.get("table.unknown", id + " / " + version)));
    }

    List<StarCriterion> criteria() {
        return criteria.all();
    }

    /** The table that rates such sites on a day: the county's own before a sample. */
    Optional<PointTable> inForce(Site.Kind kind, LocalDate day) {
        return store.begun(day).stream()
                .filter(table -> table.covers(kind, day))
                .min(Comparator.comparing(PointTable::sample));
    }

    /** Publishes the next version; the same again changes nothing. */
    PointTable publish(PointTable table, Actor actor) {
        access.governs(actor);
        PointTableRules.check(table);
        try {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            PointTable kept = store.publish(table, now, actor.account(), other -> apart(table, other));
            LOG.info("point table {} is published in version {}", kept.id(), kept.version());
            return kept;
        } catch (PersistenceException e) {
            throw Race.lost(e) ? Problem.conflict(TEXTS.get("table.raced")) : e;
        }
    }

    /**
     * Checks a file line by line and, when {@code apply} and free of errors, publishes it.
     *
     * @param given the table but for its lines; what is {@code null} or empty is as in the last version
     */
    TableReport load(InputStream content, String file, PointTable given, boolean apply, Actor actor) {
        access.governs(actor);
        Optional<PointTable> last = store.newest(given.id());
        TableImport.Read read = new TableImport(criteria, last.orElse(null))
                .read(files.read(content, PointTableRules.MOST_LINES + TableImport.HEADER_WITHIN));
        PointTable wanted = TableImport.merged(given, last.orElse(null), read.lines());
        if (read.errors() > 0) {
            return read.report(file, null, apply);
        }
        PointTableRules.check(wanted);
        return read.report(file, apply ? publish(wanted, actor) : wanted, apply);
    }

    /** One table of the county's for a kind of site and day; a sample stands behind it and bars nothing. */
    private static void apart(PointTable table, PointTable other) {
        boolean days = (other.until() == null || !table.from().isAfter(other.until()))
                && (table.until() == null || !other.from().isAfter(table.until()));
        if (days && table.sample() == other.sample() && !Collections.disjoint(table.kinds(), other.kinds())) {
            throw Problem.conflict(TEXTS.get("table.overlap", other.name(), other.id()));
        }
    }
}
