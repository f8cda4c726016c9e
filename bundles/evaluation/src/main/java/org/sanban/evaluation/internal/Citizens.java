// SPDX-License-Identifier: Apache-2.0
package org.sanban.evaluation.internal;

import java.util.Set;
import org.sanban.api.identity.Actor;
import org.sanban.api.identity.Channel;
import org.sanban.api.identity.Role;

/** The citizen behind a link: known by nothing but the link. */
final class Citizens {
    static final String ACCOUNT = "citizen";

    private Citizens() {}

    static Actor of(InvitationEntity invitation) {
        return new Actor(ACCOUNT, "群众", Set.of(Role.APPLICANT), invitation.division, Channel.REST);
    }
}
