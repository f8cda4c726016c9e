// SPDX-License-Identifier: Apache-2.0
package org.sanban.ledger.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.identity.Actor;
import org.sanban.api.ledger.Check;
import org.sanban.api.ledger.SiteCheck;
import org.sanban.api.problem.Text;
import org.sanban.api.problem.Texts;
import org.sanban.api.registry.Site;

/** Holds sites against everything that is asked of them. */
@Component(service = Checks.class)
public final class Checks {
    private static final Texts TEXTS = Texts.of(Checks.class);
    private static final List<Rule> RULES =
            Stream.concat(StandardRules.ALL.stream(), SiteRules.ALL.stream()).toList();

    private final Snapshots snapshots;

    @Activate
    public Checks(@Reference Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    /** How these sites stand on a day, in their order. */
    List<SiteCheck> of(List<Site> sites, LocalDate day, Actor actor) {
        return snapshots.of(sites, day, actor).stream().map(Checks::of).toList();
    }

    static SiteCheck of(Snapshot snapshot) {
        Site site = snapshot.site();
        List<Check> checks = RULES.stream()
                .filter(rule -> rule.asked().test(snapshot))
                .map(rule -> rule.check(snapshot))
                .toList();
        List<Check> standard = checks.stream()
                .filter(check -> check.weight() == Check.Weight.STANDARD)
                .toList();
        int holding = (int) standard.stream().filter(Check::holds).count();
        return new SiteCheck(site, standard(site), holding, standard.size(), checks);
    }

    private static Text standard(Site site) {
        if (site.kind() == Site.Kind.CENTRE) {
            return TEXTS.get("standard.centre");
        }
        return Snapshots.village(site) ? TEXTS.get("standard.station") : null;
    }
}
