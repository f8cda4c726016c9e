// SPDX-License-Identifier: Apache-2.0
package org.sanban.messages.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.persistence.EntityManager;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.cases.Booking;
import org.sanban.api.cases.Case;
import org.sanban.api.cases.CaseService;
import org.sanban.api.data.Moments;
import org.sanban.api.journal.JournalBatchListener;
import org.sanban.api.journal.JournalEntry;
import org.sanban.api.journal.JournalListener;
import org.sanban.api.journal.Told;
import org.sanban.api.registry.RegistryService;
import org.sanban.api.registry.Site;

/** Reads the journal for what people are to be told, and reminds of visits that are agreed. */
@Component(service = JournalListener.class, property = "listener.id=messages")
public final class Notifier implements JournalBatchListener {
    /** So long before a visit it makes no sense any more to remind of it. */
    private static final Duration LATE = Duration.ofMinutes(30);

    private final MessageStore store;
    private final Settings settings;
    private final Templates templates;
    private final Channels channels;
    private final RegistryService registry;
    private final Post post;
    private final People people;
    private final Reasons reasons;
    private final InstantSource clock;

    @Activate
    public Notifier(
            @Reference MessageStore store,
            @Reference Settings settings,
            @Reference Templates templates,
            @Reference Enclosures enclosures,
            @Reference Channels channels,
            @Reference RegistryService registry,
            @Reference CaseService cases) {
        this(store, settings, templates, enclosures, channels, registry, cases, InstantSource.system());
    }

    Notifier(
            MessageStore store,
            Settings settings,
            Templates templates,
            Enclosures enclosures,
            Channels channels,
            RegistryService registry,
            CaseService cases,
            InstantSource clock) {
        this.store = store;
        this.settings = settings;
        this.templates = templates;
        this.channels = channels;
        this.registry = registry;
        this.post = new Post(settings, templates, enclosures, channels);
        this.people = new People(store.key());
        this.reasons = new Reasons(cases);
        this.clock = clock;
    }

    @Override
    public void on(List<Told> batch) {
        Instant now = clock.instant();
        templates.look();
        channels.look();
        List<News> all = new ArrayList<>();
        for (Told told : batch) {
            news(told.entry(), told.state(), now).ifPresent(all::add);
        }
        if (!all.isEmpty() && store.in(em -> write(em, all, now))) {
            channels.wake();
        }
    }

    /**
     * An entry that something is to be done about.
     *
     * @param person the applicant, hashed
     * @param site the case's, null where nobody is told anything
     */
    private record News(JournalEntry entry, Case state, List<Occasion> occasions, String person, Site site) {
        boolean first() {
            return entry.seq() == 1;
        }

        /** Whether nothing can have been said of the case, and nothing is to be. */
        boolean silent() {
            return first() && occasions.isEmpty();
        }
    }

    private Optional<News> news(JournalEntry entry, Case state, Instant now) {
        boolean fresh = entry.at().isAfter(now.minus(settings.fresh()));
        List<Occasion> occasions = fresh ? occasions(entry, state, now) : List.of();
        boolean visits = fresh && (!state.bookings().isEmpty() || entry.detail().containsKey("bookings"));
        if (entry.seq() > 1 && occasions.isEmpty() && !visits && !state.status().ended()) {
            return Optional.empty();
        }
        return Optional.of(new News(
                entry,
                state,
                occasions,
                people.hash(state.applicant().idNumber()),
                occasions.isEmpty() ? null : registry.site(state.site())));
    }

    /** Whether anything is to be sent, or no more. */
    private boolean write(EntityManager em, List<News> all, Instant now) {
        parties(em, all.stream().filter(News::first).toList());
        Set<String> spoken = all.stream()
                .filter(one -> !one.silent())
                .map(one -> one.state().number())
                .collect(Collectors.toSet());
        Map<String, List<MessageEntity>> known = MessageStore.of(em, spoken);
        boolean made = false;
        for (News one : all) {
            List<MessageEntity> before = known.computeIfAbsent(one.state().number(), number -> new ArrayList<>());
            boolean cancelled = !one.first() && cancel(before, one.state(), now);
            one.occasions().forEach(occasion -> post.tell(
                            em, before, occasion, one.state(), one.site(), one.person(), null, now)
                    .ifPresent(before::add));
            made |= cancelled || !one.occasions().isEmpty();
        }
        return made;
    }

    /** Notes whose cases these are that were just submitted. */
    private static void parties(EntityManager em, List<News> submitted) {
        Map<String, String> persons = new TreeMap<>();
        submitted.forEach(one -> persons.put(one.entry().number(), one.person()));
        MessageStore.parties(em, persons.keySet()).forEach(persons::remove);
        persons.forEach((number, person) -> {
            PartyEntity row = new PartyEntity();
            row.number = number;
            row.person = person;
            em.persist(row);
        });
    }

    private List<Occasion> occasions(JournalEntry entry, Case state, Instant now) {
        List<Occasion> occasions = new ArrayList<>();
        boolean booked = entry.detail().containsKey("bookings");
        Booking first = state.bookings().stream().findFirst().orElse(null);
        Stream.of(
                        state.mode() + "/" + entry.action(),
                        booked ? Occasion.BOOKED : entry.kind().name(),
                        entry.kind().name())
                .filter(templates::tells)
                .findFirst()
                .ifPresent(event -> occasions.add(new Occasion(
                        entry.seq() + "/" + event,
                        event,
                        now,
                        now.plus(settings.tries()),
                        entry,
                        first,
                        reasons.of(entry, state))));
        if (booked && templates.tells(Occasion.REMIND)) {
            for (Booking visit : visits(state)) {
                if (visit.from().minus(LATE).isAfter(now)) {
                    occasions.add(new Occasion(
                            Occasion.reminder(visit.from()),
                            Occasion.REMIND,
                            settings.reminder(visit.from()),
                            visit.from().minus(LATE),
                            entry,
                            visit,
                            null));
                }
            }
        }
        return occasions;
    }

    /** One for each time: a person and a vehicle that come together are one visit. */
    private static List<Booking> visits(Case state) {
        Set<Instant> seen = new HashSet<>();
        return state.bookings().stream().filter(one -> seen.add(one.from())).toList();
    }

    /** Visits that were moved, or whose case has ended, are not reminded of. */
    private static boolean cancel(List<MessageEntity> known, Case state, Instant now) {
        Set<String> current = state.status().ended()
                ? Set.of()
                : state.bookings().stream()
                        .map(visit -> Occasion.reminder(visit.from()))
                        .collect(Collectors.toSet());
        boolean cancelled = false;
        for (MessageEntity row : known) {
            boolean pending = row.state == State.WAITING || row.state == State.CALL;
            if (pending && row.occasion.startsWith(Occasion.REMINDERS) && !current.contains(row.occasion)) {
                row.state = State.CANCELLED;
                row.changedAt = Moments.micros(now);
                cancelled = true;
            }
        }
        return cancelled;
    }
}
