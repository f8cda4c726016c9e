// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.hotline.internal;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.identity.Actor;
import org.sanban.api.identity.Role;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;
import org.sanban.api.registry.Division;

/**
 * What the centre refused to be told: a field that was named wrongly parks the answers of a whole day. Seen together, and
 * sent again together once the cause is mended.
 */
@Component(service = Refused.class)
public final class Refused {
    private final HotlineStore store;
    private final Orders orders;

    @Activate
    public Refused(@Reference HotlineStore store, @Reference Orders orders) {
        this.store = store;
        this.orders = orders;
    }

    /** Orders of which the centre refused something, each with what and why, newest first. */
    public Page<Order> list(PageRequest page, Actor actor) {
        actor.require(Orders.STAFF);
        return store.in(ledger -> Page.of(
                        ledger.refused(Division.prefix(actor.division()), page), page, row -> Long.toString(row.id))
                .map(row -> orders.whole(ledger, row, actor)));
    }

    /** Has all of it sent again; returns of how many orders. */
    public int resend(Actor actor) {
        actor.require(Orders.HOTLINE, Role.ADMIN);
        Step again = new Step("resend", 0, null, null, null, null);
        int count = 0;
        PageRequest page = new PageRequest(null, PageRequest.MAX);
        for (List<Long> ids = ids(page, actor); !ids.isEmpty(); ids = ids(page, actor)) {
            for (long id : ids) {
                count += resend(id, again, actor);
            }
            page = new PageRequest(Long.toString(ids.get(ids.size() - 1)), PageRequest.MAX);
        }
        return count;
    }

    private List<Long> ids(PageRequest page, Actor actor) {
        return store.in(ledger -> ledger.refused(Division.prefix(actor.division()), page).stream()
                .map(row -> row.id)
                .toList());
    }

    private int resend(long id, Step again, Actor actor) {
        try {
            orders.with(id, actor, matter -> {
                orders.steps().apply(matter, again);
                return null;
            });
            return 1;
        } catch (Problem e) {
            if (e.kind() != Problem.Kind.CONFLICT) {
                throw e;
            }
            // Somebody else had it sent again a moment ago.
            return 0;
        }
    }
}
