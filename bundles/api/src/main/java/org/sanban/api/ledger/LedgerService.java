// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.ledger;

import java.time.LocalDate;
import org.osgi.annotation.versioning.ProviderType;
import org.sanban.api.identity.Actor;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;

/** How sites stand against what the county asks of them (R10–R22, R39–R45, R105–R115). For staff, each in the own subtree. */
@ProviderType
public interface LedgerService {
    /**
     * How one site stands, told anew from the registry, the catalogue, the cases and the evidence.
     *
     * @throws org.sanban.api.problem.Problem not found; forbidden
     */
    SiteCheck check(String site, Actor actor);

    /**
     * How the sites in the subtree of {@code division} stand, by code.
     *
     * @param missing only those that lack something
     */
    Page<SiteCheck> checks(String division, boolean missing, PageRequest page, Actor actor);

    /**
     * Opening hours from {@code from} to {@code until} in which posts of the subtree stand empty or have no substitute,
     * by site and post.
     *
     * @param kind only these, or {@code null} for all
     * @throws org.sanban.api.problem.Problem invalid, when the range is longer than 62 days; unavailable, when a year's
     *     calendar is not loaded
     */
    Page<Gap> gaps(String division, Gap.Kind kind, LocalDate from, LocalDate until, PageRequest page, Actor actor);
}
