// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.supervision;

import org.osgi.annotation.versioning.ProviderType;
import org.sanban.api.identity.Actor;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;

/** The register of leading groups (R135). For staff who see the division. */
@ProviderType
public interface LeadingGroupService {
    /**
     * Leading groups of a division and below, newest entry first.
     *
     * @param division 12-digit code, {@code null} for the actor's own
     * @param past whether those are shown too whose place a later one took
     */
    Page<LeadingGroup> groups(String division, boolean past, PageRequest page, Actor actor);
}
