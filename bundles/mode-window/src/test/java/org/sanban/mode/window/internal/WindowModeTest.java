// SPDX-License-Identifier: Apache-2.0
package org.sanban.mode.window.internal;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sanban.api.cases.Action;
import org.sanban.api.cases.Case;
import org.sanban.api.cases.Due;
import org.sanban.api.cases.Handed;
import org.sanban.api.cases.Holder;
import org.sanban.api.cases.Light;
import org.sanban.api.cases.Paper;
import org.sanban.api.cases.ServiceMode;
import org.sanban.api.cases.Status;
import org.sanban.api.identity.Applicant;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Text;
import org.sanban.api.test.ServiceModeContract;

class WindowModeTest extends ServiceModeContract {
    private final WindowMode mode = new WindowMode();

    @Override
    protected ServiceMode mode() {
        return mode;
    }

    @Test
    void acceptingNamesEverythingThatIsMissing() {
        Problem problem = refused(open(false), Action.of("accept", 1, Map.of()));
        assertEquals(Problem.Kind.CONFLICT, problem.kind());
        assertTrue(problem.detail().zh().contains("居民身份证"), problem.detail().zh());
        assertTrue(problem.detail().zh().contains("户口簿"), problem.detail().zh());
        assertFalse(problem.detail().zh().contains("照片"), "an optional material keeps nothing out");
    }

    @Test
    void whatIsHandedInWithAcceptingCounts() {
        List<Handed> rest = List.of(new Handed("id", 1, 0, List.of("f")), new Handed("book", 1, 0, null));
        Action accept = new Action("accept", 1, null, rest, null, null, null, null, null);
        assertDoesNotThrow(() -> mode.check(open(false), accept));
    }

    @Test
    void theNoticeNamesEverythingAtOnce() {
        Problem problem = refused(
                open(false), Action.of("request-correction", 1, Map.of("missing", List.of("id"), "explanation", "x")));
        assertEquals("answers.missing", problem.violations().get(0).field());
        assertTrue(problem.detail().zh().contains("户口簿"), problem.detail().zh());
        Action all = Action.of("request-correction", 1, Map.of("missing", List.of("id", "book"), "explanation", "x"));
        assertDoesNotThrow(() -> mode.check(open(false), all));
    }

    @Test
    void onlyImmediateMattersAreFinishedOnTheSpot() {
        List<Handed> rest = List.of(new Handed("id", 1, 1, null), new Handed("book", 1, 0, null));
        Action finish = new Action("finish-now", 1, Map.of("result", "已办"), rest, null, null, null, null, null);
        assertEquals(Problem.Kind.CONFLICT, refused(open(false), finish).kind());
        assertDoesNotThrow(() -> mode.check(open(true), finish));
        refused(open(true), Action.of("finish-now", 1, Map.of("result", "已办")));
    }

    @Test
    void aDenialNeedsAReason() {
        refused(open(false), Action.of("decide", 2, Map.of("outcome", "denied", "result", "x")));
        assertDoesNotThrow(() -> mode.check(
                open(false), Action.of("decide", 2, Map.of("outcome", "denied", "reason", "law", "result", "x"))));
        assertDoesNotThrow(
                () -> mode.check(open(false), Action.of("decide", 2, Map.of("outcome", "approved", "result", "x"))));
    }

    private Problem refused(Case c, Action action) {
        return assertThrows(Problem.class, () -> mode.check(c, action));
    }

    private static Case open(boolean immediate) {
        return new Case(
                "61092626000000011",
                1,
                "window",
                1,
                "m",
                "示例事项",
                1,
                immediate,
                "610926100000-01",
                "610926100000",
                new Applicant(Applicant.Kind.PERSON, "张示例", "360426199101010071", "09158401234", null),
                "submitted",
                Text.of("submitted"),
                Status.OPEN,
                new Holder("clerk", null, null),
                null,
                Instant.EPOCH,
                Instant.EPOCH,
                new Due(5, null, null, null, Light.NONE, Text.of(""), List.of()),
                List.of(
                        new Paper("id", "居民身份证", true, 1, 1, 0, 0, List.of()),
                        new Paper("book", "户口簿", true, 1, 0, 0, 0, List.of()),
                        new Paper("photo", "照片", false, 0, 1, 0, 0, List.of())),
                List.of(),
                Map.of(),
                List.of("submit"));
    }
}
