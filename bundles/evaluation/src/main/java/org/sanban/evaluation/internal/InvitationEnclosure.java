// SPDX-License-Identifier: Apache-2.0
package org.sanban.evaluation.internal;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.channel.Enclosure;

/** The link by which a citizen rates, in the messages that are sent when a case has ended. */
@Component(service = Enclosure.class, property = "enclosure.id=evaluation")
public final class InvitationEnclosure implements Enclosure {
    private final Invitations invitations;

    @Activate
    public InvitationEnclosure(@Reference Invitations invitations) {
        this.invitations = invitations;
    }

    @Override
    public Optional<String> of(String number) {
        return invitations.enclosed(number);
    }
}
