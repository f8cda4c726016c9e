// SPDX-License-Identifier: Apache-2.0
package org.sanban.ledger.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.cases.WorkCalendar;
import org.sanban.api.facts.Fact;
import org.sanban.api.identity.Actor;
import org.sanban.api.ledger.Gap;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Text;
import org.sanban.api.problem.Texts;
import org.sanban.api.registry.Division;
import org.sanban.api.registry.RegistryService;
import org.sanban.api.registry.Staff;

/** Finds the opening hours ahead in which a post stands empty or alone (R39, R40), from posts and leaves. */
@Component(service = Gaps.class)
public final class Gaps {
    private static final Texts TEXTS = Texts.of(Gaps.class);
    private static final PageRequest ALL = new PageRequest(null, PageRequest.MAX);
    private static final int LONGEST = 62;
    private static final int PART = 100;

    private final RegistryService registry;
    private final LedgerStore ledgers;
    private final PostStore posts;
    private final WorkCalendar calendar;

    @Activate
    public Gaps(
            @Reference RegistryService registry,
            @Reference LedgerStore ledgers,
            @Reference PostStore posts,
            @Reference WorkCalendar calendar) {
        this.registry = registry;
        this.ledgers = ledgers;
        this.posts = posts;
        this.calendar = calendar;
    }

    /** What is looked for. */
    record Query(String division, Gap.Kind kind, LocalDate from, LocalDate until) {
        /** @throws Problem invalid, when the days are in the wrong order or too many */
        Query {
            if (until.isBefore(from) || until.isAfter(from.plusDays(LONGEST - 1L))) {
                throw Problem.invalid("until", TEXTS.get("gap.range", LONGEST));
            }
        }
    }

    /** Where a page begins: after the gap of this post that begins then. */
    private record Key(String site, long post, Instant from) {
        static Key of(String after) {
            if (after == null) {
                return new Key("", 0, Instant.MIN);
            }
            String[] parts = after.split("_");
            try {
                return new Key(parts[0], Long.parseLong(parts[1]), Moments.instant(Long.parseLong(parts[2])));
            } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
                throw Problem.invalid("after", TEXTS.get("after", after));
            }
        }

        static String of(Gap gap) {
            return gap.site() + "_" + gap.post() + "_" + Moments.micros(gap.from());
        }
    }

    Page<Gap> find(Query query, PageRequest page, Actor actor) {
        Key after = Key.of(page.after());
        String prefix = Division.prefix(query.division());
        List<Gap> found = new ArrayList<>();
        // The post that the last page ended in may have more.
        PostStore.Key next = new PostStore.Key(after.site(), after.post() - 1);
        while (found.size() < page.fetch()) {
            List<Post> part = posts.posts(prefix, next, PART);
            View view = view(part, query, actor);
            for (Post post : part) {
                view.gaps(post, query).stream()
                        .filter(gap -> !(gap.post() == after.post()
                                && gap.site().equals(after.site())
                                && !gap.from().isAfter(after.from())))
                        .forEach(found::add);
            }
            if (part.size() < PART) {
                break;
            }
            Post last = part.get(part.size() - 1);
            next = new PostStore.Key(last.site(), last.id());
        }
        return Page.of(found.stream().limit(page.fetch()).toList(), page, Key::of);
    }

    private View view(List<Post> part, Query query, Actor actor) {
        List<String> sites = part.stream().map(Post::site).distinct().toList();
        Instant from = Moments.at(query.from(), LocalTime.MIN);
        Instant until = Moments.at(query.until().plusDays(1), LocalTime.MIN);
        Map<Long, Staff> people = new HashMap<>();
        sites.forEach(
                site -> registry.staff(site, ALL, actor).items().forEach(person -> people.put(person.id(), person)));
        return new View(
                ledgers.ledgers(sites),
                posts.leaves(sites, from, until).stream().collect(Collectors.groupingBy(Leave::site)),
                people);
    }

    /** What some posts are looked at with. */
    private final class View {
        private final Map<String, Ledger> ledgers;
        private final Map<String, List<Leave>> leaves;
        private final Map<Long, Staff> people;

        View(Map<String, Ledger> ledgers, Map<String, List<Leave>> leaves, Map<Long, Staff> people) {
            this.ledgers = ledgers;
            this.leaves = leaves;
            this.people = people;
        }

        List<Gap> gaps(Post post, Query query) {
            Ledger ledger = ledgers.get(post.site());
            if (ledger == null) {
                return List.of();
            }
            Watch watch = new Watch(post, leaves.getOrDefault(post.site(), List.of()));
            List<Gap> gaps = new ArrayList<>();
            for (LocalDate day = query.from(); !day.isAfter(query.until()); day = day.plusDays(1)) {
                LocalDate on = day;
                watch.wrong(on, Span.on(on, ledger, calendar)).stream()
                        .filter(stretch -> query.kind() == null || query.kind() == stretch.kind())
                        .map(stretch -> gap(watch, on, stretch))
                        .forEach(gaps::add);
            }
            return gaps;
        }

        private Gap gap(Watch watch, LocalDate day, Watch.Stretch stretch) {
            Post post = watch.post();
            return new Gap(
                    post.site(),
                    registry.site(post.site()).name(),
                    post.id(),
                    post.name(),
                    stretch.kind(),
                    day,
                    stretch.from(),
                    stretch.until(),
                    List.of(
                            fact("gap.holder", post, post.holder(), watch, stretch.from()),
                            fact("gap.substitute", post, post.substitute(), watch, stretch.from())),
                    TEXTS.get("gap.advice." + stretch.kind()));
        }

        private Fact fact(String key, Post post, Long staff, Watch watch, Instant moment) {
            Text who = TEXTS.get(key);
            if (staff == null) {
                return new Fact(TEXTS.get("gap.nobody", who), "ledgers/" + post.site() + "/posts");
            }
            String name =
                    Optional.ofNullable(people.get(staff)).map(Staff::name).orElse("#" + staff);
            return watch.away(staff, moment)
                    .map(leave -> new Fact(
                            TEXTS.get("gap.away", who, name, time(leave.from()), time(leave.until())),
                            "leaves?division=" + registry.site(post.site()).division()))
                    .orElseGet(() -> new Fact(TEXTS.get("gap.there", who, name), "ledgers/" + post.site() + "/posts"));
        }
    }

    /** A moment as people of the county read it. */
    static String time(Instant moment) {
        return moment.atZone(Moments.ZONE).toLocalDateTime().toString().replace('T', ' ');
    }
}
