// SPDX-License-Identifier: Apache-2.0
package org.sanban.carrier.kuaidi100.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.annotation.Annotation;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sanban.api.post.Tracking;
import org.sanban.api.post.Tracking.State;
import org.sanban.api.problem.Problem;
import org.sanban.carrier.kuaidi100.internal.SimulatedKuaidi100.Fault;

class Kuaidi100CarrierTest {
    private static final String W = "EA123456789CN";
    /** A machine that others work on as well answers late. */
    private static final int PATIENT = 30;

    private final SimulatedKuaidi100 simulated = new SimulatedKuaidi100();
    private final Kuaidi100Carrier carrier = carrier(SimulatedKuaidi100.KEY);

    @AfterEach
    void close() {
        simulated.close();
    }

    @ParameterizedTest
    @CsvSource({
        "0, IN_TRANSIT",
        "1, COLLECTED",
        "2, PROBLEM",
        "3, SIGNED",
        "4, RETURNED",
        "5, DELIVERING",
        "6, RETURNING",
        "7, FORWARDED",
        "14, REFUSED",
        "301, SIGNED",
        "302, SIGNED_BY_OTHER",
        "303, SIGNED_BY_OTHER",
        "304, IN_LOCKER",
        "1001, IN_TRANSIT"
    })
    void statesAreInWordsOfOurs(String code, State state) {
        simulated.moves(W, code, "2026-11-02 10:00:00", "示例");
        assertEquals(state, carrier.track(W, "1234").state());
    }

    @Test
    void whatHappenedIsToldOldestFirstInTheCountrysTime() {
        simulated.moves(W, "1", "2026-11-02 10:00:00", "已揽收");
        simulated.moves(W, "0", "2026-11-02 12:30:00", "离开示例县");
        Tracking tracking = carrier.track(W, null);
        assertEquals(
                new Tracking.Event(Instant.parse("2026-11-02T04:30:00Z"), "离开示例县"),
                tracking.events().get(1));
        assertEquals("已揽收", tracking.events().get(0).what());
    }

    @Test
    void theSignatureIsThatOfTheInterface() {
        String param = "{\"com\":\"ems\",\"num\":\"EA123456789CN\"}";
        assertEquals("BC34F3081FE8DDEEB1DA27CAB0FED4C3", new Query("c", "k", "ems").sign(param));
        simulated.moves(W, "0", "2026-11-02 10:00:00", "示例");
        Problem problem = assertThrows(Problem.class, () -> carrier("another").track(W, null));
        assertEquals(Problem.Kind.UNAVAILABLE, problem.kind());
        assertTrue(problem.detail().zh().contains("验证签名失败"), problem.detail().zh());
    }

    @Test
    void whatIsNotKnownYetIsNotFound() {
        Problem problem = assertThrows(Problem.class, () -> carrier.track("UNKNOWN1", null));
        assertEquals(Problem.Kind.NOT_FOUND, problem.kind());
        assertTrue(problem.detail().zh().contains("查询无结果"));
        simulated.moves(W, "0", "2026-11-02 10:00:00", "示例");
        carrier.track(W, null);
    }

    @Test
    void anOverloadedInterfaceIsLeftAlone() {
        for (Fault fault : new Fault[] {Fault.ERROR, Fault.BUSY}) {
            Kuaidi100Carrier fresh = carrier(SimulatedKuaidi100.KEY);
            simulated.breaks(fault);
            int before = simulated.asked().size();
            assertUnavailable(fresh);
            simulated.breaks(Fault.NONE);
            assertUnavailable(fresh);
            assertEquals(before + 1, simulated.asked().size(), fault + ": it was asked again at once");
        }
    }

    @Test
    void itIsNotWaitedForLongerThanSaid() {
        simulated.breaks(Fault.SLOW);
        long start = System.nanoTime();
        assertUnavailable(hasty());
        assertTrue(System.nanoTime() - start < 20_000_000_000L);
    }

    @Test
    void anAnswerThatNeverEndsHoldsNobodyUp() {
        simulated.breaks(Fault.HALF_OPEN);
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> assertUnavailable(hasty()));
    }

    @Test
    void anAnswerThatIsNoneIsNoTracking() {
        simulated.breaks(Fault.NO_JSON);
        assertUnavailable(carrier);
    }

    @Test
    void theKeyIsNotShownAndTheRateIsKept() {
        assertFalse(new Query("c", "secret", "ems").form(W, null).contains("secret"));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Kuaidi100Carrier(config("https://poll.example.org/query.do", "k", 60, PATIENT)));
        assertThrows(
                IllegalArgumentException.class, () -> new Kuaidi100Carrier(config(simulated.url(), "", 60, PATIENT)));
        assertEquals(
                1800, new Kuaidi100Carrier(config("https://poll.example.org/q", "k", 1800, PATIENT)).restSeconds());
    }

    private static void assertUnavailable(Kuaidi100Carrier asked) {
        assertEquals(
                Problem.Kind.UNAVAILABLE,
                assertThrows(Problem.class, () -> asked.track(W, null)).kind());
    }

    /** One that does not wait long. */
    private Kuaidi100Carrier hasty() {
        return new Kuaidi100Carrier(config(simulated.url(), SimulatedKuaidi100.KEY, 1, 3));
    }

    private Kuaidi100Carrier carrier(String key) {
        return new Kuaidi100Carrier(config(simulated.url(), key, 1, PATIENT));
    }

    private static Kuaidi100Carrier.Config config(String url, String key, int rest, int timeout) {
        return new Kuaidi100Carrier.Config() {
            @Override
            public Class<? extends Annotation> annotationType() {
                return Kuaidi100Carrier.Config.class;
            }

            @Override
            public String url() {
                return url;
            }

            @Override
            public String customer() {
                return SimulatedKuaidi100.CUSTOMER;
            }

            @Override
            public String key() {
                return key;
            }

            @Override
            public String company() {
                return "ems";
            }

            @Override
            public String name() {
                return "示例";
            }

            @Override
            public int restSeconds() {
                return rest;
            }

            @Override
            public int timeoutSeconds() {
                return timeout;
            }
        };
    }
}
