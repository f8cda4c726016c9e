// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.matters;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.sanban.api.identity.Actor;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;

/** How far towns have taken over the matters of their lists (承接主体责任, R137). For staff, each in the own subtree. */
@ProviderType
public interface TakeOverService {
    /**
     * One.
     *
     * @throws org.sanban.api.problem.Problem not found, when the matter stands in no list that the town follows;
     *     forbidden
     */
    TakeOver takeOver(String division, String matter, Actor actor);

    /** By town and matter. */
    Page<TakeOver> takeOvers(TakeOverQuery query, PageRequest page, Actor actor);

    /** A town's numbers, or those of each town of a county, by town. */
    Page<TakeOverSummary> summary(String division, PageRequest page, Actor actor);

    /**
     * Writes down how far a town is. For the town's own clerks, and administrators.
     *
     * @throws org.sanban.api.problem.Problem invalid; conflict, when somebody was faster or the state cannot follow
     */
    TakeOver move(String division, String matter, TakeOver.Move move, Actor actor);

    /**
     * Writes down how the department guides the town. For officers and administrators who see the town.
     *
     * @param version the version that was seen
     */
    TakeOver guide(String division, String matter, String guidance, int version, Actor actor);

    /** All that was written down, oldest first. */
    List<TakeOverStep> history(String division, String matter, Actor actor);
}
