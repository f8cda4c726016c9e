// SPDX-License-Identifier: Apache-2.0
package org.sanban.messages.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.cases.Booking;
import org.sanban.api.cases.Case;
import org.sanban.api.cases.CaseService;
import org.sanban.api.data.Moments;
import org.sanban.api.identity.Actor;
import org.sanban.api.journal.JournalEntry;
import org.sanban.api.journal.JournalService;
import org.sanban.api.page.PageRequest;
import org.sanban.api.registry.RegistryService;
import org.sanban.api.registry.Site;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a channel did not bring goes through the next one, and in the end to a person who calls. Whatever came to nothing
 * is marked in its row until that is done, so that neither a kill nor an exception makes it fail silently.
 */
@Component(service = Fallback.class)
public final class Fallback {
    private static final Logger LOG = LoggerFactory.getLogger(Fallback.class);
    private static final Duration SHORT = Duration.ofMinutes(10);
    /** So long whoever marked a message has to tell it another way; then a look does. */
    static final Duration FIRST = Duration.ofSeconds(10);

    private static final Duration LONGEST = Duration.ofMinutes(15);
    /** So many a look takes up. */
    static final int PAGE = 100;

    private final MessageStore store;
    private final Settings settings;
    private final CaseService cases;
    private final JournalService journal;
    private final RegistryService registry;
    private final Templates templates;
    private final Channels channels;
    private final Post post;
    private final People people;
    private final Reasons reasons;
    private final InstantSource clock;

    @Activate
    public Fallback(
            @Reference MessageStore store,
            @Reference Settings settings,
            @Reference Templates templates,
            @Reference Enclosures enclosures,
            @Reference Channels channels,
            @Reference CaseService cases,
            @Reference JournalService journal,
            @Reference RegistryService registry) {
        this(store, settings, templates, enclosures, channels, cases, journal, registry, InstantSource.system());
    }

    Fallback(
            MessageStore store,
            Settings settings,
            Templates templates,
            Enclosures enclosures,
            Channels channels,
            CaseService cases,
            JournalService journal,
            RegistryService registry,
            InstantSource clock) {
        this.store = store;
        this.settings = settings;
        this.cases = cases;
        this.journal = journal;
        this.registry = registry;
        this.templates = templates;
        this.channels = channels;
        this.post = new Post(settings, templates, enclosures, channels);
        this.people = new People(store.key());
        this.reasons = new Reasons(cases);
        this.clock = clock;
    }

    /**
     * Tells what a message did not, another way; does nothing when that was done before. What cannot be told now is left to a
     * look.
     */
    void next(MessageEntity failed) {
        try {
            follow(failed);
        } catch (RuntimeException | LinkageError e) {
            later(1, failed, e);
        }
    }

    /** Takes up what is still marked, oldest first; what cannot be told is left alone, longer each time. */
    void look() {
        Instant now = clock.instant();
        int left = 0;
        MessageEntity last = null;
        Throwable why = null;
        for (MessageEntity failed : store.marked(now, PAGE)) {
            try {
                follow(failed);
            } catch (RuntimeException | LinkageError e) {
                store.in(em -> MessageStore.mark(em, failed.id, now.plus(pause(failed, now))));
                left++;
                last = failed;
                why = e;
            }
        }
        if (left > 0) {
            later(left, last, why);
        }
    }

    /** As long as it has been tried already. */
    private static Duration pause(MessageEntity failed, Instant now) {
        Duration tried = Duration.between(Moments.of(failed.changedAt), now);
        return tried.compareTo(FIRST) < 0 ? FIRST : tried.compareTo(LONGEST) > 0 ? LONGEST : tried;
    }

    private static void later(int many, MessageEntity last, Throwable why) {
        LOG.warn(
                "{} message(s) not told another way yet, will be tried again; the last, m{}: {}",
                many,
                last.id,
                why.toString());
        LOG.debug("m{}", last.id, why);
    }

    private void follow(MessageEntity failed) {
        templates.look();
        channels.look();
        Actor platform = Actor.system("messages", failed.division);
        Case state = cases.get(failed.number, platform);
        Instant now = clock.instant();
        boolean reminder = failed.occasion.startsWith(Occasion.REMINDERS);
        Booking visit = visit(failed, state, reminder);
        if (reminder && (state.status().ended() || visit == null || visit.from().isBefore(now))) {
            store.in(em -> MessageStore.mark(em, failed.id, null));
            return;
        }
        Instant expires = reminder ? latest(visit.from(), now.plus(SHORT)) : now.plus(settings.tries());
        JournalEntry entry = entry(failed, platform);
        Occasion occasion =
                new Occasion(failed.occasion, failed.event, now, expires, entry, visit, reasons.of(entry, state));
        Site site = registry.site(state.site());
        String person = people.hash(state.applicant().idNumber());
        store.in(em -> {
            // Read before anything is locked: another may do the same for another message of the case.
            List<MessageEntity> known = MessageStore.of(em, failed.number);
            if (MessageStore.mark(em, failed.id, null)) {
                post.tell(em, known, occasion, state, site, person, failed.channel, now);
            }
            return null;
        });
        channels.wake();
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Booking visit(MessageEntity failed, Case state, boolean reminder) {
        return state.bookings().stream()
                .filter(one -> !reminder || failed.occasion.equals(Occasion.reminder(one.from())))
                .findFirst()
                .orElse(null);
    }

    /** The entry that was told of; for a reminder, any. */
    private JournalEntry entry(MessageEntity failed, Actor platform) {
        String place = failed.occasion.split("/")[0];
        int seq = place.matches("[0-9]+") ? Integer.parseInt(place) : 1;
        return journal.entries(failed.number, new PageRequest(Integer.toString(seq - 1), 1), platform)
                .items()
                .get(0);
    }
}
