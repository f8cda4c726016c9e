// SPDX-License-Identifier: Apache-2.0
package org.sanban.mode.mobile.internal;

import java.lang.annotation.Annotation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.sanban.api.cases.NumberService;
import org.sanban.api.cases.ReservedNumber;
import org.sanban.api.cases.ReservedNumber.State;
import org.sanban.api.identity.Actor;
import org.sanban.api.matters.Matter;
import org.sanban.api.matters.Scope;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;
import org.sanban.api.registry.Site;
import org.sanban.api.registry.Stop;
import org.sanban.api.test.FakeMatters;
import org.sanban.api.test.FakeRegistry;
import org.sanban.api.test.Samples;

/** A mobile point of the sample town at half past nine, with a stop from nine to eleven. */
final class Point {
    static final Site SITE =
            new Site(Samples.TOWN + "-02", Samples.TOWN, Site.Kind.MOBILE, "示例镇流动代办点", null, null, true);
    static final Matter MATTER = Samples.matter("m", 5, Samples.CARD, Samples.FORM);
    static final Instant NINE = Instant.parse("2026-11-24T01:00:00Z");
    static final Instant NOW = NINE.plus(Duration.ofMinutes(30));
    static final ReservedNumber RESERVED = new ReservedNumber(
            "61092626000000017", "clerk", Samples.TOWN, NINE.minus(Duration.ofDays(1)), State.OPEN, null, null);

    final FakeMatters matters = new FakeMatters(MATTER);
    final FakeRegistry registry = new FakeRegistry(SITE, Samples.SITE);
    final Stop stop = plan(NINE, true);
    final MobileSettings settings = new MobileSettings(new Settings(2));

    MobileMode mode() {
        return new MobileMode(matters, registry, new Numbers(), settings, () -> NOW);
    }

    Stop plan(Instant from, boolean published) {
        return registry.save(
                new Stop(0, SITE.code(), "示例村口", from, from.plus(Duration.ofHours(2)), null, published, false),
                Samples.admin());
    }

    void publish(String... codes) {
        matters.publish(
                new Scope(MobileMode.ID, Samples.TOWN, 1, null, "示例文件", Set.of(codes), "就近交件（示例）", null, true),
                Samples.admin());
    }

    /** One number, set apart the day before. */
    private static final class Numbers implements NumberService {
        @Override
        public List<ReservedNumber> reserve(int count, Actor actor) {
            return List.of(RESERVED);
        }

        @Override
        public ReservedNumber number(String number, Actor actor) {
            if (!number.equals(RESERVED.number())) {
                throw Problem.notFound("number", number);
            }
            return RESERVED;
        }

        @Override
        public Page<ReservedNumber> find(State state, PageRequest page, Actor actor) {
            return new Page<>(List.of(RESERVED), null);
        }

        @Override
        public ReservedNumber giveUp(String number, String reason, Actor actor) {
            return number(number, actor);
        }
    }

    /** The defaults, with few matters. */
    record Settings(int matters) implements MobileSettings.Config {
        @Override
        public int graceMinutes() {
            return 30;
        }

        @Override
        public int days() {
            return 14;
        }

        @Override
        public int validHours() {
            return 72;
        }

        @Override
        public int numbers() {
            return 20;
        }

        @Override
        public Class<? extends Annotation> annotationType() {
            return MobileSettings.Config.class;
        }
    }
}
