// SPDX-License-Identifier: Apache-2.0
package org.sanban.matters.internal;

import com.github.benmanes.caffeine.cache.Cache;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import javax.persistence.PersistenceException;
import org.sanban.api.identity.Actor;
import org.sanban.api.identity.Role;
import org.sanban.api.matters.Scope;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;
import org.sanban.api.registry.Division;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What divisions serve in a mode (R81, R85, R118–R120). Asked at each submission: each division's own lists, or that it
 * has none, are remembered for ten seconds.
 */
final class Scopes {
    private static final Logger LOG = LoggerFactory.getLogger(Scopes.class);
    private static final Texts TEXTS = Texts.of(Scopes.class);
    private static final int MOST_MATTERS = 5_000;
    private static final int LONGEST_RULES = 4_000;

    private record Key(String mode, String division) {}

    private final ScopeStore store;
    private final Cache<Key, List<Scope>> own = MatterManager.cache();

    Scopes(ScopeStore store) {
        this.store = store;
    }

    /** The nearest list from the division upward that counts for a level, {@code null} for none. */
    Scope serving(String mode, String division, Division.Level level) {
        return Division.upward(division).stream()
                .flatMap(code -> own(mode, code).stream())
                .filter(scope -> scope.counts(level))
                .findFirst()
                .orElse(null);
    }

    Page<Scope> list(String mode, String division, PageRequest page) {
        return Page.of(store.scopes(mode, Division.prefix(division), page), page, ScopeStore::key);
    }

    Scope publish(Scope given, Instant now, Actor actor) {
        Scope wanted = normal(given);
        Faults faults = new Faults();
        faults.check(word(wanted.mode()).matches("[a-z0-9-]{1,40}"), "mode", "mode", word(wanted.mode()));
        faults.check(word(wanted.division()).matches("[0-9]{12}"), "division", "scope.division");
        faults.check(
                wanted.tier() == null
                        || faults.names("division")
                        || wanted.tier().compareTo(Division.level(wanted.division())) >= 0,
                "tier",
                "scope.tier");
        faults.text("source", wanted.source(), 200);
        faults.optional("rules", wanted.rules(), LONGEST_RULES);
        faults.optional("hotline", wanted.hotline(), 60);
        faults.check(wanted.matters().size() <= MOST_MATTERS, "matters", "items", MOST_MATTERS);
        actor.require(Role.ADMIN);
        if (!faults.names("division") && !actor.sees(wanted.division())) {
            throw Problem.forbidden(TEXTS.get("division.foreign", wanted.division()));
        }
        try {
            Scope published = store.publish(wanted, now, actor.account(), unknown -> {
                unknown.forEach(code -> faults.check(false, "matters", "scope.matter", MatterImport.shown(code)));
                faults.raise();
            });
            LOG.info(
                    "scope of {} in {} for {} is in force in version {}",
                    published.mode(),
                    published.division(),
                    published.tier() == null ? "all" : published.tier(),
                    published.version());
            return published;
        } catch (PersistenceException e) {
            throw Race.lost(e) ? Problem.conflict(TEXTS.get("scope.raced")) : e;
        } finally {
            own.invalidateAll();
        }
    }

    private List<Scope> own(String mode, String division) {
        return own.get(new Key(mode, division), key -> store.own(key.mode(), key.division()));
    }

    private static Scope normal(Scope given) {
        return new Scope(
                given.mode(),
                given.division(),
                given.tier(),
                0,
                null,
                given.source(),
                given.matters().stream().map(MatterCode::normal).collect(Collectors.toSet()),
                given.rules(),
                given.hotline(),
                given.sample());
    }

    private static String word(String text) {
        return text == null ? "" : text;
    }
}
