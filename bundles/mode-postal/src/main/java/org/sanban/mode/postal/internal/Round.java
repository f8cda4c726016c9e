// SPDX-License-Identifier: Apache-2.0
package org.sanban.mode.postal.internal;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sanban.api.cases.Action;
import org.sanban.api.cases.Case;
import org.sanban.api.cases.CaseLine;
import org.sanban.api.cases.CaseQuery;
import org.sanban.api.cases.CaseService;
import org.sanban.api.cases.Status;
import org.sanban.api.identity.Actor;
import org.sanban.api.identity.Channel;
import org.sanban.api.identity.Role;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.post.Tracking;
import org.sanban.api.problem.Problem;
import org.sanban.api.registry.Division;
import org.sanban.api.registry.RegistryService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A round of questions about parcels. It goes through the open cases page by page, on from where the last one stopped, and
 * enters what has changed as {@code sanban:post}, under a key made of waybill, state and time: however often, and on however
 * many nodes, a change is seen, it stands in the journal once.
 */
final class Round {
    private static final Logger LOG = LoggerFactory.getLogger(Round.class);
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int PAGES = 10;
    private static final int NEWS = 200;
    private static final Set<String> WATCHED = Leg.stages();

    private final CaseService cases;
    private final RegistryService registry;
    private final Carriers carriers;
    private final Asked asked;
    private final int questions;
    private String division;
    private String after;
    private int left;
    private volatile boolean ended;

    Round(CaseService cases, RegistryService registry, Carriers carriers, Asked asked, int questions) {
        this.cases = cases;
        this.registry = registry;
        this.carriers = carriers;
        this.asked = asked;
        this.questions = questions;
    }

    /** Asks about what is due; returns how many parcels had news. */
    int run(Instant now) {
        left = questions;
        int news = 0;
        for (int page = 0; page < PAGES && more() && !carriers.none(); page++) {
            if (division == null) {
                division = nextCounty(null).orElse(null);
            }
            if (division == null) {
                return news;
            }
            Actor actor = actor(division);
            Page<CaseLine> lines = cases.find(query(), new PageRequest(after, PageRequest.MAX), actor);
            for (CaseLine line : lines.items()) {
                news += more() && WATCHED.contains(line.stage()) ? follow(line.number(), actor, now) : 0;
            }
            if (more() && turn(lines.next())) {
                return news;
            }
        }
        return news;
    }

    /** Lets the round that runs end with the parcel in hand. */
    void end() {
        ended = true;
    }

    private boolean more() {
        return left > 0 && !ended;
    }

    /** On to the next page or county; returns whether all have been gone through. */
    private boolean turn(String next) {
        after = next;
        if (next == null) {
            division = nextCounty(division).orElse(null);
        }
        return division == null;
    }

    private Optional<String> nextCounty(String code) {
        List<Division> one = registry.divisions(null, new PageRequest(code, 1)).items();
        return one.stream().map(Division::code).findFirst();
    }

    private static Actor actor(String division) {
        return new Actor("sanban:post", "三办平台", Set.of(Role.SYSTEM), division, Channel.SYSTEM);
    }

    private static CaseQuery query() {
        return new CaseQuery(null, null, null, null, PostalWorkflow.ID, Status.OPEN, null, null, null, null);
    }

    /** Asks about each parcel of a case; returns how many had news. */
    private int follow(String number, Actor actor, Instant now) {
        Case c = open(number, actor);
        int news = 0;
        for (Parcel parcel : c == null ? List.<Parcel>of() : Parcel.open(c)) {
            boolean told = parcel.moves() && more() && c != null && follow(c, parcel, actor, now);
            news += told ? 1 : 0;
            // What was entered has raised its version.
            c = told ? open(number, actor) : c;
        }
        return news;
    }

    private boolean follow(Case c, Parcel parcel, Actor actor, Instant now) {
        Carriers.Named named = carriers.of(parcel.carrier(), now).orElse(null);
        if (named == null
                || !asked.claim(
                        named.id() + " " + parcel.waybill(),
                        now,
                        named.carrier().restSeconds())) {
            return false;
        }
        left--;
        Tracking tracking = ask(named, c, parcel, now);
        return tracking != null && enter(c, parcel, tracking, actor);
    }

    /** One case that cannot be read keeps no other waiting. */
    private Case open(String number, Actor actor) {
        try {
            return cases.get(number, actor);
        } catch (Problem problem) {
            LOG.warn(
                    "the parcel of case {} cannot be followed: {}",
                    number,
                    problem.detail().en());
            return null;
        }
    }

    private Tracking ask(Carriers.Named named, Case c, Parcel parcel, Instant now) {
        try {
            Tracking tracking = named.carrier().track(parcel.waybill(), phoneEnding(c, parcel));
            carriers.answered(named);
            return tracking;
        } catch (RuntimeException e) {
            if (e instanceof Problem problem && problem.kind() == Problem.Kind.NOT_FOUND) {
                carriers.answered(named);
                LOG.debug("carrier {} does not know the parcel of case {} yet", named.id(), c.number());
                return null;
            }
            String why = e instanceof Problem problem ? problem.detail().en() : e.toString();
            long minutes = carriers.failed(named, now).toMinutes();
            LOG.warn("carrier {} cannot be asked, tried again in {} minutes: {}", named.id(), minutes, why);
            LOG.debug("carrier {}", named.id(), e);
            return null;
        }
    }

    /** The citizen's phone, or the office's where both ends are offices. */
    private String phoneEnding(Case c, Parcel parcel) {
        if (parcel.way() != Leg.DISPATCH) {
            return c.applicant().phoneEnding();
        }
        String phone = registry.site(c.site()).phone();
        String digits = phone == null ? "" : phone.replaceAll("[^0-9]", "");
        return digits.length() < 4 ? null : digits.substring(digits.length() - 4);
    }

    private boolean enter(Case c, Parcel parcel, Tracking tracking, Actor actor) {
        String state = Parcel.id(tracking.state());
        if (state.equals(parcel.state())) {
            return false;
        }
        List<Tracking.Event> events = tracking.events();
        Tracking.Event last = events.isEmpty() ? null : events.get(events.size() - 1);
        Instant at = last == null ? parcel.since() : last.at();
        String name = Leg.wasUnderWay(c.stage()) && Parcel.BACK.contains(state) ? "turn-back" : "track";
        Action action = Action.of(
                        name,
                        c.version(),
                        Map.of(
                                "waybill",
                                parcel.waybill(),
                                "parcel",
                                state,
                                "changedAt",
                                at.atZone(ZONE).toOffsetDateTime().toString(),
                                "news",
                                last == null ? "" : cut(last.what())))
                .keyed(String.join(" ", "post", parcel.waybill(), state, Long.toString(at.getEpochSecond())));
        try {
            return !cases.act(c.number(), action, actor).repeated();
        } catch (Problem problem) {
            if (problem.kind() == Problem.Kind.CONFLICT) {
                LOG.debug("case {} went on meanwhile", c.number());
            } else {
                LOG.warn(
                        "news of a parcel of case {} were refused: {}",
                        c.number(),
                        problem.detail().en());
            }
            return false;
        }
    }

    private static String cut(String news) {
        String plain = news == null ? "" : news.replaceAll("\\p{Cntrl}", " ").strip();
        return plain.length() <= NEWS ? plain : plain.substring(0, NEWS);
    }
}
