// SPDX-License-Identifier: Apache-2.0
package org.sanban.ledger.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.identity.Actor;
import org.sanban.api.ledger.Gap;
import org.sanban.api.ledger.LedgerService;
import org.sanban.api.ledger.SiteCheck;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.registry.RegistryService;
import org.sanban.api.registry.Site;

/** How sites stand, and who has no substitute. */
@Component(service = LedgerService.class)
public final class LedgerManager implements LedgerService {
    private final RegistryService registry;
    private final Checks checks;
    private final Gaps gaps;
    private final Clock clock = Clock.systemUTC();

    @Activate
    public LedgerManager(@Reference RegistryService registry, @Reference Checks checks, @Reference Gaps gaps) {
        this.registry = registry;
        this.checks = checks;
        this.gaps = gaps;
    }

    @Override
    public SiteCheck check(String site, Actor actor) {
        Site found = registry.site(site);
        Access.reads(found.division(), actor);
        return checks.of(List.of(found), Moments.today(clock), actor).get(0);
    }

    @Override
    public Page<SiteCheck> checks(String division, boolean missing, PageRequest page, Actor actor) {
        Access.reads(registry.division(division).code(), actor);
        LocalDate today = Moments.today(clock);
        if (!missing) {
            Page<Site> sites = registry.sites(division, null, page);
            return new Page<>(checks.of(sites.items(), today, actor), sites.next());
        }
        List<SiteCheck> found = new ArrayList<>();
        String next = page.after();
        do {
            Page<Site> sites = registry.sites(division, null, new PageRequest(next, page.limit()));
            checks.of(sites.items(), today, actor).stream()
                    .filter(check -> !check.missing().isEmpty())
                    .forEach(found::add);
            next = sites.next();
        } while (next != null && found.size() < page.fetch());
        return Page.of(found.stream().limit(page.fetch()).toList(), page, check -> check.site()
                .code());
    }

    @Override
    public Page<Gap> gaps(
            String division, Gap.Kind kind, LocalDate from, LocalDate until, PageRequest page, Actor actor) {
        Access.reads(registry.division(division).code(), actor);
        return gaps.find(new Gaps.Query(division, kind, from, until), page, actor);
    }
}
