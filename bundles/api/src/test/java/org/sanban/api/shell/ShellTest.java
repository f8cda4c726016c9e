// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Problem.Violation;
import org.sanban.api.problem.Text;

class ShellTest {
    private static final Violation ONE = new Violation("a", new Text("甲错了。", "A is wrong."));
    private static final Violation OTHER = new Violation("b", new Text("乙错了。", "B is wrong."));

    /** A failure as a shell knows it. */
    private static final class Failed extends Exception {
        private static final long serialVersionUID = 1L;
        private final String red;

        Failed(String red, String message) {
            super(message);
            this.red = red;
        }
    }

    @Test
    void aProblemIsOneRedLineWithAllThatIsWrong() throws Failed {
        assertEquals(1, Shell.told(() -> 1, Failed::new));
        Failed failed = assertThrows(
                Failed.class,
                () -> Shell.doing(
                        () -> {
                            throw Problem.invalid(List.of(ONE, OTHER, ONE));
                        },
                        Failed::new));
        assertEquals("甲错了。 乙错了。", failed.getMessage());
        assertEquals("\u001b[31m甲错了。 乙错了。\u001b[39m", failed.red);
    }

    @Test
    void anOptionIsNamedOnce() {
        Problem named = Problem.invalid("--from", new Text("--from 不对。", "--from is wrong."));
        Problem unnamed = Problem.invalid("--from", new Text("日期不对。", "The day is wrong."));
        assertEquals(
                "--from is wrong.",
                Shell.failed(named, Locale.ENGLISH, Failed::new).getMessage());
        assertEquals(
                "--from: The day is wrong.",
                Shell.failed(unnamed, Locale.ENGLISH, Failed::new).getMessage());
    }

    @Test
    void itSpeaksTheLanguageThatIsAsked() {
        Problem problem = Problem.conflict(new Text("占用。", "Taken."));
        assertEquals(
                "Taken.", Shell.failed(problem, Locale.ENGLISH, Failed::new).getMessage());
    }
}
