// SPDX-License-Identifier: Apache-2.0
package org.sanban.messages.internal;

import org.sanban.api.cases.CaseService;
import org.sanban.api.identity.Actor;

/** Where messages go, as it is when they are sent. */
record Addresses(MessageStore store, CaseService cases) {
    /** The address of a message, {@code null} when its owner wants nothing any more. */
    String of(MessageEntity row) {
        String address = row.address == null
                ? cases.get(row.number, Actor.system("messages", row.division))
                        .applicant()
                        .phone()
                : row.address;
        AddressKey key =
                row.address == null ? AddressKey.ofPhone(row.channel, address) : new AddressKey(row.channel, address);
        BindingEntity binding = store.in(em -> em.find(BindingEntity.class, key));
        boolean wanted = binding == null ? row.address == null : binding.active;
        return wanted ? address : null;
    }

    /** How many consents are left for a message. */
    int consents(MessageEntity row) {
        if (row.address == null || row.external == null) {
            return 0;
        }
        ConsentEntity consent = store.in(
                em -> em.find(ConsentEntity.class, new ConsentEntity.Key(row.channel, row.address, row.external)));
        return consent == null ? 0 : consent.remain;
    }
}
