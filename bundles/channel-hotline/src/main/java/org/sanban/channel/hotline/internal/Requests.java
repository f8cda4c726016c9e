// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.hotline.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.data.Moments;
import org.sanban.api.problem.Text;
import org.sanban.api.problem.Texts;

/**
 * What the open door may tell of orders: of those alone that came through it, since nobody has said that what is told the
 * hotline on the telephone may be published.
 */
@Component(service = Requests.class)
public final class Requests {
    private static final Texts TEXTS = Texts.of(Requests.class);

    private final HotlineStore store;
    private final Orders orders;

    @Activate
    public Requests(@Reference HotlineStore store, @Reference Orders orders) {
        this.store = store;
        this.orders = orders;
    }

    /**
     * An order as a request.
     *
     * @param number its number
     * @param kind what it is about
     * @param state how far it is
     * @param stateName what people read
     * @param division 12-digit code of the division it is for
     * @param receivedAt when it came
     * @param changedAt when it last changed
     * @param dueOn last day of its limit, {@code null} where that is not known
     * @param own what only the system that filed it may read; {@code null} for all others
     */
    public record Filed(
            String number,
            Kind kind,
            State state,
            Text stateName,
            String division,
            Instant receivedAt,
            Instant changedAt,
            LocalDate dueOn,
            Own own) {}

    /**
     * What may hold personal data.
     *
     * @param text what was said
     * @param answer what was answered
     * @param place where it is
     */
    public record Own(String text, String answer, Intake.Place place) {}

    /** Files a request, and gives its number. */
    public String file(Intake intake, ApiKey key) {
        return orders.take(intake, key.actor()).order().number();
    }

    /** Requests of a span of time, newest first, at most {@code most}. */
    public List<Filed> find(
            Instant from, Instant to, Collection<State> states, Collection<Kind> kinds, int most, ApiKey reader) {
        return store.filed(from, to, states, kinds, most).stream()
                .map(row -> filed(row, reader))
                .toList();
    }

    /** Requests by their numbers, newest first; those that are not there are left out. */
    public List<Filed> find(Collection<String> numbers, ApiKey reader) {
        return store.filed(numbers).stream().map(row -> filed(row, reader)).toList();
    }

    /** A request by its number. */
    public Optional<Filed> find(String number, ApiKey reader) {
        return find(List.of(number), reader).stream().findFirst();
    }

    private static Filed filed(OrderEntity row, ApiKey reader) {
        boolean own = reader != null && reader.account().equals(row.createdBy);
        return new Filed(
                row.number,
                row.kind,
                row.state,
                TEXTS.get("state." + row.state),
                row.division,
                Moments.of(row.receivedAt),
                Moments.of(row.changedAt),
                row.dueOn,
                own ? new Own(row.text, row.answer, new Intake.Place(row.address, row.lat, row.lng, row.media)) : null);
    }
}
