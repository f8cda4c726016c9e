// SPDX-License-Identifier: Apache-2.0
package org.sanban.mode.mobile.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sanban.api.identity.Actor;
import org.sanban.api.matters.Matter;
import org.sanban.api.problem.Problem;
import org.sanban.api.registry.Stop;
import org.sanban.api.test.Samples;

class PackTest {
    private final Point point = new Point();
    private final PackResource resource = new PackResource(point.matters, point.registry, point.settings);

    @Test
    void aPackageHoldsTheStopsOfTheComingDaysThatAreTold() {
        Stop next = point.plan(Point.NINE.plus(Duration.ofDays(13)), true);
        point.plan(Point.NINE.plus(Duration.ofDays(15)), true);
        point.plan(Point.NINE.plus(Duration.ofDays(2)), false);
        Stop off = point.plan(Point.NINE.plus(Duration.ofDays(3)), true);
        point.registry.cancel(off.id(), Samples.admin());
        point.plan(Point.NINE.minus(Duration.ofDays(1)), true);
        assertEquals(List.of(point.stop, next), pack(Samples.clerk()).stops());
        assertEquals("示例镇", pack(Samples.clerk()).town());
    }

    @Test
    void aPackageHoldsThePublishedMattersOrAllThatMayBeTakenThere() {
        point.matters.publish(Samples.matter("n", 5), Samples.admin());
        assertEquals(List.of("m", "n"), codes());
        point.publish("n");
        assertEquals(List.of("n"), codes());
        assertEquals("就近交件（示例）", pack(Samples.clerk()).rules());
    }

    @Test
    void whatDoesNotFitIsNotCutSilently() {
        point.matters.publish(Samples.matter("n", 5), Samples.admin());
        point.matters.publish(Samples.matter("o", 5), Samples.admin());
        assertEquals(
                Problem.Kind.CONFLICT,
                assertThrows(Problem.class, () -> pack(Samples.clerk())).kind());
    }

    @Test
    void aPackageIsForWhoTakesCasesThere() {
        Actor elsewhere = new Actor("other", "示例", Set.of("clerk"), "610926101000", "rest");
        for (Actor actor : List.of(elsewhere, Samples.officer())) {
            assertEquals(
                    Problem.Kind.FORBIDDEN,
                    assertThrows(Problem.class, () -> pack(actor)).kind());
        }
        for (String code : new String[] {null, " ", Samples.SITE.code()}) {
            assertEquals(
                    Problem.Kind.INVALID,
                    assertThrows(Problem.class, () -> resource.pack(code, Point.NOW, Samples.clerk()))
                            .kind());
        }
    }

    private List<String> codes() {
        return pack(Samples.clerk()).matters().stream().map(Matter::code).toList();
    }

    private Pack pack(Actor actor) {
        return resource.pack(Point.SITE.code(), Point.NOW, actor);
    }
}
