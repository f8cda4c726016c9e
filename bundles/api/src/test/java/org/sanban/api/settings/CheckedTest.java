// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.settings;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.reflect.Proxy;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CheckedTest {
    /** What can be set. */
    public @interface Config {
        /** A number. */
        int hours() default 8;

        /** A word. */
        String closing() default "17:30";

        /** Words. */
        String[] order() default {"a", "b"};
    }

    private final String pid = "org.sanban.test." + UUID.randomUUID();
    private final List<String> log = new ArrayList<>();

    @Test
    void whatIsRightIsTaken() {
        Config read = checked(Map.of("hours", 9, "closing", "18:00")).settings(log::add);
        assertEquals(9, read.hours());
        assertEquals("18:00", read.closing());
        assertArrayEquals(new String[] {"a", "b"}, read.order());
        assertEquals(List.of(), log);
    }

    @Test
    void aWrongValueLeavesItsKeyAsItWasAndTheOthersAlone() {
        checked(Map.of("closing", "18:00")).settings(log::add);
        Checked<Config> wrong = checked(Map.of("closing", "25:99", "hours", 7));
        Config read = wrong.settings(log::add);
        assertEquals("18:00", read.closing());
        assertEquals(7, read.hours());
        assertEquals(
                List.of("etc/" + pid + ".cfg: closing must be a time like 17:30, not 25:99; it is what it was, 18:00"),
                log);
        assertEquals(log, wrong.faults());
    }

    @Test
    void atAStartItHasItsDefault() {
        assertEquals(8, checked(Map.of("hours", 0)).settings(log::add).hours());
        assertEquals(List.of("etc/" + pid + ".cfg: hours must be 1 to 720, not 0; it is the default, 8"), log);
    }

    @Test
    void aWordInPlaceOfANumberIsTold() {
        RuntimeException given =
                new IllegalStateException("java.lang.NumberFormatException: For input string: \"acht\"");
        assertEquals(8, checked(Map.of("hours", given)).settings(log::add).hours());
        assertEquals(1, log.size());
        assertEquals(
                "etc/" + pid + ".cfg: hours must be a whole number, not \"acht\";" + " it is the default, 8",
                log.get(0));
    }

    @Test
    void whatMustNotBeGuessedIsRefusedUnlessItIsKnown() {
        Checked<Config> wrong = checked(Map.of("hours", 0));
        assertThrows(IllegalArgumentException.class, () -> wrong.vital("hours"));
        checked(Map.of("hours", 3)).settings(log::add);
        assertEquals(
                3, checked(Map.of("hours", 0)).vital("hours").settings(log::add).hours());
    }

    private Checked<Config> checked(Map<String, Object> set) {
        Config given = (Config) Proxy.newProxyInstance(
                Config.class.getClassLoader(), new Class<?>[] {Config.class}, (proxy, method, none) -> {
                    Object value = set.getOrDefault(method.getName(), method.getDefaultValue());
                    if (value instanceof RuntimeException e) {
                        throw e;
                    }
                    return value;
                });
        return Checked.of(Config.class, pid, given)
                .range("hours", 1, 720)
                .must("closing", "a time like 17:30", (String text) -> LocalTime.parse(text) != null);
    }
}
