// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.supervision;

import org.osgi.annotation.versioning.ProviderType;
import org.sanban.api.identity.Actor;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;

/** The plan: the notice's own tasks T1–T20 and what leaders' meetings decided (R136), and how each town stands. */
@ProviderType
public interface PlanService {
    /** The tasks that bind a division, those set for the divisions above it among them, in the order they were set. */
    Page<PlanTask> tasks(String division, PageRequest page, Actor actor);

    /**
     * How a division stands and, where it is a county, each of its towns; by code. For staff who see it.
     *
     * @param division 12-digit code of a county or town
     */
    Page<PlanProgress> progress(String division, PageRequest page, Actor actor);
}
