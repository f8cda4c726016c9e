// SPDX-License-Identifier: Apache-2.0
package org.sanban.rating.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.function.Executable;
import org.sanban.api.identity.Actor;
import org.sanban.api.identity.Channel;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;
import org.sanban.api.rating.Score;
import org.sanban.api.rating.StarCriterion;
import org.sanban.api.registry.Site;
import org.sanban.api.test.FakeRegistry;
import org.sanban.api.test.Samples;
import org.sanban.data.test.TestDatabase;

/** A county that rates its sites over a half-year, on a real database, at a time that tests set. */
abstract class RatingFixture {
    static final String SITE = Samples.SITE.code();
    static final Site STATION =
            new Site("610926100001-01", "610926100001", Site.Kind.STATION, "示例村便民服务站", null, null, true);
    static final Actor ADMIN = Samples.admin();
    static final Actor CLERK = Samples.clerk();
    static final Actor GIVER = new Actor("zfw", "政法委（示例）", Set.of("political-legal"), Samples.COUNTY, Channel.REST);
    static final LocalDate FROM = LocalDate.of(2026, 1, 1);
    static final LocalDate UNTIL = LocalDate.of(2026, 6, 30);
    static final PageRequest FIRST = PageRequest.first();

    final Criteria criteria = new Criteria();
    final FakeCriterion onTime = new FakeCriterion("c.on-time", StarCriterion.Unit.PERCENT, "90");
    final FakeFiles files = new FakeFiles();
    TestDatabase database;
    Tables tables;
    StarManager stars;
    Periods periods;
    Honours honours;

    abstract TestDatabase open();

    @BeforeEach
    void start() {
        database = open();
        criteria.addCriterion(onTime);
        at("2026-05-01T00:00:00Z");
    }

    @AfterEach
    void stop() {
        database.close();
    }

    void at(String now) {
        Clock clock = Clock.fixed(Instant.parse(now), ZoneOffset.UTC);
        Access access = new Access(new Settings() {
            @Override
            public String plaqueRole() {
                return "political-legal";
            }

            @Override
            public String plaqueUnit() {
                return "县委政法委";
            }

            @Override
            public int refreshSeconds() {
                return 600;
            }

            @Override
            public Class<Settings> annotationType() {
                return Settings.class;
            }
        });
        FakeRegistry registry = new FakeRegistry(Samples.SITE, STATION);
        RatingStore store = new RatingStore(database.jpa());
        HonourStore honour = new HonourStore(database.jpa());
        tables = new Tables(new TableStore(database.jpa()), files, criteria, access, clock);
        stars = new StarManager(store, honour, tables, new Scorer(criteria), registry, access, clock);
        periods = new Periods(store, stars, tables, registry, files, access);
        honours = new Honours(honour, store, stars, registry, files, access);
    }

    PointTable publish() {
        return tables.publish(ScoringTest.table(PointTable.Edge.HIGHER, PointTable.Unscored.OUT, 60), ADMIN);
    }

    void define() {
        periods.save(new RatingPeriod("2026-H1", "上半年", FROM, UNTIL, null, null), ADMIN);
    }

    static List<Periods.Given> given(String line, String points) {
        return List.of(
                new Periods.Given(line, points == null ? null : new BigDecimal(points), "缺少𠮷字标识", List.of("a1")));
    }

    Score panel(String points) {
        return periods.mark(SITE, "2026-H1", Marks.Side.PANEL, given("P1", points), ADMIN);
    }

    static Actor actor(String role, String division) {
        return new Actor("somebody", "某人（示例）", Set.of(role), division, Channel.REST);
    }

    static Problem refused(Problem.Kind kind, Executable command) {
        Problem problem = assertThrows(Problem.class, command);
        assertEquals(kind, problem.kind(), problem.detail().zh());
        return problem;
    }
}
