// SPDX-License-Identifier: Apache-2.0
package org.sanban.ledger.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.cases.WorkCalendar;
import org.sanban.api.identity.Actor;
import org.sanban.api.ledger.Gap;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;
import org.sanban.api.registry.Division;
import org.sanban.api.registry.RegistryService;
import org.sanban.api.registry.Staff;

/**
 * Posts with holder and substitute, and who will be away (R39, R40). Nobody substitutes for themselves; a leave that can
 * wait is refused when it would leave a post empty in an opening hour.
 */
@Component(service = Posts.class)
public final class Posts {
    private static final Texts TEXTS = Texts.of(Posts.class);
    private static final PageRequest ALL = new PageRequest(null, PageRequest.MAX);
    private static final Duration LONGEST = Duration.ofDays(366);

    private final RegistryService registry;
    private final LedgerStore ledgers;
    private final PostStore store;
    private final WorkCalendar calendar;
    private final Clock clock;

    @Activate
    public Posts(
            @Reference RegistryService registry,
            @Reference LedgerStore ledgers,
            @Reference PostStore store,
            @Reference WorkCalendar calendar) {
        this(registry, ledgers, store, calendar, Clock.systemUTC());
    }

    Posts(RegistryService registry, LedgerStore ledgers, PostStore store, WorkCalendar calendar, Clock clock) {
        this.registry = registry;
        this.ledgers = ledgers;
        this.store = store;
        this.calendar = calendar;
        this.clock = clock;
    }

    List<Post> of(String site, Actor actor) {
        Access.reads(registry.site(site).division(), actor);
        return store.posts(List.of(site)).getOrDefault(site, List.of());
    }

    /** Creates ({@code id} 0) or replaces a post. */
    Post save(Post post, Actor actor) {
        Access.writes(registry.site(post.site()).division(), actor);
        Map<Long, Staff> people = people(post.site(), actor);
        new Faults()
                .text("name", post.name(), 100)
                .check(known(post.holder(), people), "holder", "post.staff", post.holder(), post.site())
                .check(known(post.substitute(), people), "substitute", "post.staff", post.substitute(), post.site())
                .check(!same(post, people), "substitute", "post.self")
                .raise();
        return store.put(post);
    }

    /** Leaves of the subtree that are not over. */
    Page<Leave> leaves(String division, LocalDate from, PageRequest page, Actor actor) {
        Access.reads(registry.division(division).code(), actor);
        Instant begin = Moments.at(from, LocalTime.MIN);
        return Page.of(store.leaves(Division.prefix(division), begin, page), page, leave -> Long.toString(leave.id()));
    }

    /** Enters a leave. */
    Leave add(Leave leave, Actor actor) {
        Access.writes(registry.site(leave.site()).division(), actor);
        Map<Long, Staff> people = people(leave.site(), actor);
        boolean ordered = leave.from() != null
                && leave.until() != null
                && leave.from().isBefore(leave.until())
                && !leave.from().plus(LONGEST).isBefore(leave.until());
        new Faults()
                .check(people.containsKey(leave.staff()), "staff", "post.staff", leave.staff(), leave.site())
                .check(ordered, "until", "leave.order", LONGEST.toDays())
                .check(!ordered || leave.until().isAfter(clock.instant()), "until", "leave.over")
                .optional("reason", leave.reason(), 200)
                .raise();
        // Before the transaction, which must not begin another.
        Ledger ledger = leave.urgent() ? null : ledgers.ledger(leave.site());
        return store.add(leave, actor.account(), clock.instant(), (posts, others) -> {
            if (ledger != null) {
                posts.forEach(post -> manned(post, leave, others, people, ledger));
            }
        });
    }

    Leave cancel(long id, Actor actor) {
        return store.cancel(
                id, leave -> Access.writes(registry.site(leave.site()).division(), actor));
    }

    /** @throws Problem conflict, when the post would stand empty because of the leave */
    private void manned(Post post, Leave leave, List<Leave> others, Map<Long, Staff> people, Ledger ledger) {
        Watch watch =
                new Watch(post, Stream.concat(others.stream(), Stream.of(leave)).toList());
        LocalDate last = LocalDate.ofInstant(leave.until(), Moments.ZONE);
        for (LocalDate day = LocalDate.ofInstant(leave.from(), Moments.ZONE);
                !day.isAfter(last);
                day = day.plusDays(1)) {
            watch.wrong(day, open(day, ledger)).stream()
                    .filter(stretch -> stretch.kind() == Gap.Kind.EMPTY && leave.covers(stretch.from()))
                    .findFirst()
                    .ifPresent(stretch -> {
                        Long other = Objects.equals(post.holder(), leave.staff()) ? post.substitute() : post.holder();
                        throw Problem.conflict(TEXTS.get(
                                other == null ? "leave.nobody" : "leave.both",
                                post.name(),
                                Gaps.time(stretch.from()),
                                Gaps.time(stretch.until()),
                                other == null
                                        ? ""
                                        : people.get(other) == null
                                                ? "#" + other
                                                : people.get(other).name()));
                    });
        }
    }

    /** The hours of a day; none of a day that cannot be judged yet. */
    private List<Span> open(LocalDate day, Ledger ledger) {
        try {
            return Span.on(day, ledger, calendar);
        } catch (Problem unknownYear) {
            return List.of();
        }
    }

    private Map<Long, Staff> people(String site, Actor actor) {
        Map<Long, Staff> people = new HashMap<>();
        registry.staff(site, ALL, actor).items().forEach(person -> people.put(person.id(), person));
        return people;
    }

    private static boolean known(Long staff, Map<Long, Staff> people) {
        return staff == null || people.containsKey(staff);
    }

    /** Whether holder and substitute are one person, under one number or two. */
    private static boolean same(Post post, Map<Long, Staff> people) {
        if (post.holder() == null || post.substitute() == null) {
            return false;
        }
        Staff holder = people.get(post.holder());
        Staff substitute = people.get(post.substitute());
        return post.holder().equals(post.substitute())
                || holder != null
                        && substitute != null
                        && holder.account() != null
                        && holder.account().equals(substitute.account());
    }
}
