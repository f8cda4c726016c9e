// SPDX-License-Identifier: Apache-2.0
package org.sanban.ledger.internal;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.sanban.api.ledger.Check.Weight;
import org.sanban.api.matters.NoticeBoard;
import org.sanban.api.problem.Text;
import org.sanban.api.registry.Agent;
import org.sanban.api.registry.Site;
import org.sanban.api.registry.Staff;
import org.sanban.ledger.internal.Rule.Found;

/** What is asked of sites beside the standards. It warns and blocks nothing: nobody is kept from writing down what is so. */
final class SiteRules {
    /** Of a town's hall, and of no other site (R11). */
    private static final BigDecimal LEAST_AREA = BigDecimal.valueOf(40);

    private static final int SPECIALISTS = 5;
    private static final int LIAISONS = 13;

    private static final Predicate<Snapshot> FIXED = s -> s.site().kind() != Site.Kind.MOBILE;
    private static final Predicate<Snapshot> HALL = s -> s.site().kind() == Site.Kind.HALL;
    private static final Predicate<Snapshot> CENTRE = s -> s.site().kind() == Site.Kind.CENTRE;
    private static final Predicate<Snapshot> VILLAGE = s -> Snapshots.village(s.site());

    /** Where it is written down what hangs: elsewhere nobody can tell whether it is current. */
    private static final Predicate<Snapshot> NOTICED = FIXED.and(s -> s.board().hanging() > 0);

    /** In their order. */
    static final List<Rule> ALL = List.of(
            required("site.ledger", "R9", FIXED, SiteRules::ledger),
            required("site.survey", "R7", FIXED, SiteRules::survey),
            required("site.hours", "R40", FIXED, SiteRules::hours),
            required("published.hotline", "R82", FIXED, s -> StandardRules.seen(s, Evidence.Item.HOTLINE)),
            required("published.group", "R83", FIXED, s -> StandardRules.seen(s, Evidence.Item.WECHAT_GROUP)),
            required("published.current", "R25", NOTICED, SiteRules::current),
            required("hall.one-stop", "R10", CENTRE, SiteRules::oneStop),
            required("hall.area", "R11", CENTRE, SiteRules::area),
            required("hall.windows", "R12", CENTRE, SiteRules::windows),
            required("hall.signs", "R13", CENTRE, s -> StandardRules.seen(s, Evidence.Item.SIGNS)),
            required("hall.posts", "R39", CENTRE, SiteRules::posts),
            required("hall.staff", "R62", CENTRE, SiteRules::staff),
            required("hall.proxy-window", "R99", HALL, StandardRules::proxyWindow),
            required("hall.team", "R95, R96", HALL, SiteRules::team),
            required("station.premises", "R16", VILLAGE, SiteRules::premises),
            required("station.responsible", "R43, R44", VILLAGE, SiteRules::responsible),
            advised("station.clerk", "R45, R65", VILLAGE, SiteRules::clerk),
            advised("published.notices", "R23, R24", FIXED, SiteRules::notices),
            advised("hall.areas", "R14", CENTRE, SiteRules::areas),
            advised("hall.self-service", "R15", CENTRE, SiteRules::selfService),
            advised("hall.talent", "R63", CENTRE, SiteRules::talent),
            advised("hall.full-time", "R64", CENTRE, SiteRules::fullTime));

    private SiteRules() {}

    private static Rule required(
            String id, String requirement, Predicate<Snapshot> asked, Function<Snapshot, Found> look) {
        return new Rule(id, requirement, Weight.REQUIRED, asked, look);
    }

    private static Rule advised(
            String id, String requirement, Predicate<Snapshot> asked, Function<Snapshot, Found> look) {
        return new Rule(id, requirement, Weight.ADVISED, asked, look);
    }

    private static Found told(Snapshot s, boolean holds, String key, Object... arguments) {
        return Found.of(holds, "ledgers/" + s.site().code(), key, arguments);
    }

    private static Found ledger(Snapshot s) {
        Ledger ledger = s.ledger();
        return ledger.version() == 0
                ? told(s, false, "fact.ledger.none")
                : told(
                        s,
                        true,
                        "fact.ledger",
                        ledger.version(),
                        ledger.changedAt().atZone(Moments.ZONE).toLocalDate());
    }

    private static Found survey(Snapshot s) {
        return s.ledger().surveyedOn() == null
                ? told(s, false, "fact.survey.none")
                : told(
                        s,
                        true,
                        "fact.survey",
                        s.ledger().surveyedOn(),
                        s.ledger().surveyor());
    }

    private static Found hours(Snapshot s) {
        List<String> hours = s.ledger().workdayHours();
        return hours.isEmpty()
                ? told(s, false, "fact.hours.none")
                : told(s, true, "fact.hours", String.join("、", hours));
    }

    private static Found notices(Snapshot s) {
        int hanging = s.board().hanging();
        return hanging == 0
                ? Found.of(false, link(s), "fact.notices.none")
                : Found.of(true, link(s), "fact.notices", hanging);
    }

    private static Found current(Snapshot s) {
        NoticeBoard board = s.board();
        boolean holds = board.outdated().isEmpty() && board.missing().isEmpty();
        Found found = board.outdated().isEmpty()
                ? Found.of(holds, link(s), "fact.notices.current", board.hanging())
                : Found.of(
                        holds,
                        link(s),
                        "fact.notices.outdated",
                        board.outdated().size(),
                        board.hanging(),
                        matters(board.outdated()));
        return board.missing().isEmpty()
                ? found
                : found.and(link(s), "fact.notices.missing", board.missing().size(), matters(board.missing()));
    }

    private static Text matters(List<NoticeBoard.BoardEntry> entries) {
        return StandardRules.names(
                entries.stream().map(NoticeBoard.BoardEntry::name).toList());
    }

    private static String link(Snapshot s) {
        return "postings/boards/" + s.site().code();
    }

    private static Found oneStop(Snapshot s) {
        Boolean oneStop = s.ledger().oneStop();
        return oneStop == null
                ? told(s, false, "fact.one-stop.unknown")
                : told(s, oneStop, oneStop ? "fact.one-stop" : "fact.one-stop.not");
    }

    private static Found area(Snapshot s) {
        BigDecimal area = s.ledger().area();
        return area == null
                ? told(s, false, "fact.area.unknown", LEAST_AREA)
                : told(s, area.compareTo(LEAST_AREA) >= 0, "fact.area", area.toPlainString(), LEAST_AREA);
    }

    private static Found windows(Snapshot s) {
        Integer places = s.ledger().workplaces();
        boolean holds = !s.windows().isEmpty() && places != null && places > 0;
        Text count = places == null ? new Text("未登记", "not written down") : Text.of(places.toString());
        return told(s, holds, "fact.windows", s.windows().size(), count);
    }

    private static Found posts(Snapshot s) {
        List<Post> active = s.active();
        String link = "ledgers/" + s.site().code() + "/posts";
        if (active.isEmpty()) {
            return Found.of(false, link, "fact.posts.none");
        }
        List<String> without = active.stream()
                .filter(post -> post.holder() == null || post.substitute() == null)
                .map(Post::name)
                .toList();
        return without.isEmpty()
                ? Found.of(true, link, "fact.posts", active.size())
                : Found.of(false, link, "fact.posts.single", active.size(), StandardRules.names(without));
    }

    private static Found staff(Snapshot s) {
        return Found.of(
                !s.staff().isEmpty(),
                "sites/" + s.site().code() + "/staff",
                "fact.hall.staff",
                s.staff().size());
    }

    private static Found team(Snapshot s) {
        int specialists = s.agents(Agent.Kind.SPECIALIST).size();
        int liaisons = s.agents(Agent.Kind.LIAISON).size();
        return Found.of(
                specialists >= SPECIALISTS && liaisons >= LIAISONS,
                "agents?division=" + s.site().division(),
                "fact.team",
                specialists,
                SPECIALISTS,
                liaisons,
                LIAISONS);
    }

    private static Found premises(Snapshot s) {
        Ledger.Premises premises = s.ledger().premises();
        return premises == null
                ? told(s, false, "fact.premises.unknown")
                : told(
                        s,
                        premises == Ledger.Premises.PARTY_CENTRE || premises == Ledger.Premises.ADJACENT,
                        "fact.premises",
                        Labels.of(premises));
    }

    private static Found responsible(Snapshot s) {
        Ledger.Responsible who = s.ledger().responsible();
        return who == null
                ? told(s, false, "fact.responsible.none")
                : told(s, who.office().contains("书记"), "fact.responsible", who.name(), who.office());
    }

    private static Found clerk(Snapshot s) {
        List<String> posts = s.staff().stream().map(Staff::post).distinct().toList();
        boolean holds = posts.stream().anyMatch(post -> post.contains("文书") || post.contains("信息员"));
        String link = "sites/" + s.site().code() + "/staff";
        return posts.isEmpty()
                ? Found.of(false, link, "fact.clerk.none")
                : Found.of(holds, link, "fact.clerk", StandardRules.names(posts));
    }

    private static Found areas(Snapshot s) {
        List<Ledger.Area> lacking = Stream.of(Ledger.Area.WAITING, Ledger.Area.GUIDANCE)
                .filter(area -> !s.ledger().areas().contains(area))
                .toList();
        return lacking.isEmpty()
                ? told(s, true, "fact.areas")
                : told(s, false, "fact.areas.lacking", Labels.all(lacking));
    }

    private static Found selfService(Snapshot s) {
        Set<Ledger.SelfService> there = s.ledger().selfService();
        boolean area = s.ledger().areas().contains(Ledger.Area.SELF_SERVICE);
        List<Ledger.SelfService> lacking = Arrays.stream(Ledger.SelfService.values())
                .filter(one -> !there.contains(one))
                .toList();
        if (!area) {
            return told(s, false, "fact.self-service.none");
        }
        return lacking.isEmpty()
                ? told(s, true, "fact.self-service", Labels.all(there))
                : told(s, false, "fact.self-service.lacking", Labels.all(lacking));
    }

    private static Found talent(Snapshot s) {
        long attracted = s.ledger().members().stream()
                .filter(m -> m.origin() == Ledger.Origin.GRADUATE || m.origin() == Ledger.Origin.EX_SOLDIER)
                .count();
        return told(s, attracted > 0, "fact.talent", attracted);
    }

    private static Found fullTime(Snapshot s) {
        long full =
                s.ledger().members().stream().filter(Ledger.Member::fullTime).count();
        return told(s, full > 0, "fact.full-time", full, s.staff().size());
    }
}
