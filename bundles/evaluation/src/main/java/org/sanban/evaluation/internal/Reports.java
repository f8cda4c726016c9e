// SPDX-License-Identifier: Apache-2.0
package org.sanban.evaluation.internal;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.identity.Actor;
import org.sanban.api.identity.Role;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;
import org.sanban.api.rating.Period;
import org.sanban.api.registry.RegistryService;

/** Reports by person, window, site, division and way of serving (R72), from sums that are kept with each rating. */
@Component(service = Reports.class)
public final class Reports {
    private static final Texts TEXTS = Texts.of(Reports.class);

    /** A report adds up days and months; more years than this nobody asks for at once. */
    private static final int MOST_YEARS = 10;

    private final EvaluationStore store;
    private final RegistryService registry;

    @Activate
    public Reports(@Reference EvaluationStore store, @Reference RegistryService registry) {
        this.store = store;
        this.registry = registry;
    }

    /**
     * A line of a report.
     *
     * @param scope what it is about: a site's code, site and account, site and window, a division, division and service
     * @param name what people read, {@code null} where the scope says it
     * @param ratings first ratings
     * @param bad bad ones of them
     * @param satisfaction how many of a hundred are not bad (满意率); {@code null} when there is none
     * @param levels how many of each level
     * @param businessBad bad ones about the business handled
     * @param windowBad bad ones about the window
     * @param attitudeBad bad ones about the attitude of staff
     * @param second second ratings
     * @param secondBad bad ones of them
     * @param malicious ratings that were found malicious and do not count
     * @param due rectifications whose limit ended in the period
     * @param inTime those of them that were answered in time
     * @param rectified how many of a hundred; {@code null} when none was due
     */
    @Schema(name = "RatingReportLine", description = "统计行 A line of a report")
    public record Line(
            String scope,
            String name,
            int ratings,
            int bad,
            BigDecimal satisfaction,
            Map<Level, Integer> levels,
            int businessBad,
            int windowBad,
            int attitudeBad,
            int second,
            int secondBad,
            int malicious,
            int due,
            int inTime,
            BigDecimal rectified) {}

    /**
     * Lines of a report by scope; of persons, administrators and supervisors see those of their division, everyone else
     * the own one.
     */
    public Page<Line> lines(Scope.By by, String division, Period period, PageRequest page, Actor actor) {
        if (period.from().plusYears(MOST_YEARS).isBefore(period.until())) {
            throw Problem.invalid("until", TEXTS.get("period.long", MOST_YEARS));
        }
        actor.require(
                Role.ADMIN, Role.SUPERVISOR, Role.OFFICER, Role.CLERK, Role.AGENT, Role.SYSTEM, Evaluations.HOTLINE);
        String prefix = Sight.prefix(division, actor);
        boolean whole = by != Scope.By.PERSON || actor.is(Role.ADMIN, Role.SUPERVISOR);
        String after = page.after() == null ? "" : page.after();
        Map<String, Tally> sums =
                store.sums(by, prefix, after, whole ? null : "/" + actor.account(), period, page.fetch());
        Page<String> scopes = Page.of(new ArrayList<>(sums.keySet()), page, scope -> scope);
        Map<String, String> names = names(by, scopes.items());
        return scopes.map(scope -> line(scope, names.get(scope), sums.get(scope)));
    }

    /** What is known of a site in a period. */
    Tally of(String site, Period period) {
        return store.sums(Scope.By.SITE, site, "", null, period, 1).getOrDefault(site, new Tally());
    }

    private Map<String, String> names(Scope.By by, List<String> scopes) {
        return switch (by) {
            case PERSON -> people(scopes);
            case SITE -> scopes.stream()
                    .collect(Collectors.toMap(s -> s, s -> registry.site(s).name()));
            case DIVISION -> scopes.stream()
                    .collect(Collectors.toMap(s -> s, s -> registry.division(s).name()));
            case WINDOW, SERVICE -> Map.of();
        };
    }

    private Map<String, String> people(List<String> scopes) {
        Map<String, String> known =
                store.names(scopes.stream().map(Reports::account).collect(Collectors.toSet()));
        return scopes.stream()
                .filter(scope -> known.containsKey(account(scope)))
                .collect(Collectors.toMap(scope -> scope, scope -> known.get(account(scope))));
    }

    private static String account(String scope) {
        return scope.substring(scope.indexOf('/') + 1);
    }

    private static Line line(String scope, String name, Tally tally) {
        Map<Level, Integer> levels = new EnumMap<>(Level.class);
        for (Level level : Level.values()) {
            levels.put(level, tally.get(Tally.What.valueOf(level.name())));
        }
        return new Line(
                scope,
                name,
                tally.ratings(),
                tally.bad(),
                tally.satisfaction(),
                levels,
                tally.get(Tally.What.BUSINESS_BAD),
                tally.get(Tally.What.WINDOW_BAD),
                tally.get(Tally.What.ATTITUDE_BAD),
                tally.get(Tally.What.SECOND_TIMES),
                tally.get(Tally.What.SECOND_BAD),
                tally.get(Tally.What.MALICIOUS),
                tally.get(Tally.What.DUE),
                tally.get(Tally.What.IN_TIME),
                tally.rectified());
    }
}
