// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.rating;

import org.osgi.annotation.versioning.ProviderType;
import org.sanban.api.identity.Actor;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;

/** Star scores of sites (R75–R78). A town sees its own, the county all. */
@ProviderType
public interface StarService {
    /**
     * The score of a site: live while its period is open, as it was frozen afterwards.
     *
     * @param period key of a rating period; {@code null} for the one that is on
     * @throws org.sanban.api.problem.Problem not found, also where no point table is in force for such a site
     */
    Score score(String site, String period, Actor actor);

    /** Where the sites in the subtree of {@code division} stood when last computed, by code. */
    Page<Standing> standings(String division, PageRequest page, Actor actor);
}
