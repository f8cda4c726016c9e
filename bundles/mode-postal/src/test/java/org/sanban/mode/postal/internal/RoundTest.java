// SPDX-License-Identifier: Apache-2.0
package org.sanban.mode.postal.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sanban.mode.postal.internal.PostalCase.AT;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sanban.api.cases.Action;
import org.sanban.api.post.Carrier;
import org.sanban.api.post.Tracking;
import org.sanban.api.post.Tracking.State;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Text;
import org.sanban.api.test.FakeRegistry;
import org.sanban.api.test.Samples;

class RoundTest {
    private static final String W = "EA123456789CN";
    private static final int REST = 1800;

    @TempDir
    Path folder;

    private final FakeCases cases = new FakeCases();
    private final FakeCarrier carrier = new FakeCarrier();
    private final Carriers carriers = new Carriers();
    private Path file;

    @BeforeEach
    void install() {
        file = folder.resolve("store").resolve("asked.txt");
        carriers.add(carrier, Map.of("carrier.id", "ems"));
        cases.put("1", PostalCase.in("collecting").sent(Leg.PICK_UP, W).make());
    }

    @Test
    void aChangeIsEnteredOnceByThePost() {
        carrier.tells(State.IN_TRANSIT, "到达示例县");
        assertEquals(1, round(10).run(AT));
        Action action = cases.acted.get(0);
        assertEquals("track", action.name());
        assertEquals("in-transit", action.answers().get("parcel"));
        assertEquals("到达示例县", action.answers().get("news"));
        assertEquals("post " + W + " in-transit " + AT.getEpochSecond(), action.key());
        assertEquals("sanban:post", cases.actors.get(0).account());
        assertEquals(Set.of("system"), cases.actors.get(0).roles());
    }

    @Test
    void whatHasNotChangedIsNoEntry() {
        cases.put(
                "1",
                PostalCase.in("collecting")
                        .with("parcels", List.of(line("in-transit")))
                        .make());
        carrier.tells(State.IN_TRANSIT, "到达示例县");
        assertEquals(0, round(10).run(AT));
        assertEquals(1, carrier.asked.size());
        assertEquals(List.of(), cases.acted);
    }

    @Test
    void aRefusedParcelGoesToItsOwner() {
        carrier.tells(State.REFUSED, "收件人拒收");
        round(10).run(AT);
        assertEquals("track", cases.acted.get(0).name());
        assertEquals("refused", cases.acted.get(0).answers().get("parcel"));
    }

    @Test
    void aCaseOfVersionOneIsLedToTheStageOfARefusedParcel() {
        cases.put("1", PostalCase.in("fetching").sent(Leg.PICK_UP, W).make());
        carrier.tells(State.REFUSED, "收件人拒收");
        round(10).run(AT);
        assertEquals("turn-back", cases.acted.get(0).name());
        cases.put(
                "1",
                PostalCase.in("fetching-refused")
                        .with("parcels", List.of(line("refused")))
                        .make());
        carrier.tells(State.RETURNED, "已退回");
        round(10).run(AT.plusSeconds(REST));
        assertEquals("track", cases.acted.get(1).name());
    }

    @Test
    void everyParcelOfACaseIsFollowed() {
        cases.put(
                "1",
                PostalCase.in("collecting")
                        .sent(Leg.PICK_UP, W)
                        .parcel(Leg.PICK_UP, W + 2, "received")
                        .sent(Leg.DISPATCH, W + 3)
                        .make());
        carrier.tells(State.IN_TRANSIT, "到达示例县");
        assertEquals(2, round(10).run(AT));
        assertEquals(List.of(W + " 1234", W + "3 0000"), carrier.asked);
    }

    @Test
    void aWaybillRestsAcrossRoundsAndRestarts() {
        carrier.tells(State.IN_TRANSIT, "x");
        Round first = round(10);
        first.run(AT);
        first.run(AT.plusSeconds(REST - 1));
        round(10).run(AT.plusSeconds(REST - 1));
        assertEquals(1, carrier.asked.size());
        round(10).run(AT.plusSeconds(REST));
        assertEquals(2, carrier.asked.size());
    }

    @Test
    void itRestsEvenWhenTheProcessDiedWhileAsking() {
        carrier.fault = new IllegalStateException("killed");
        round(10).run(AT);
        carrier.fault = null;
        Carriers again = new Carriers();
        again.add(carrier, Map.of("carrier.id", "ems"));
        new Round(cases, new FakeRegistry(Samples.SITE), again, new Asked(file), 10).run(AT.plusSeconds(60));
        assertEquals(1, carrier.asked.size());
    }

    @Test
    void aSpoiltLineLosesNoOther() throws Exception {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "ems " + W + " " + AT.plusSeconds(REST) + "\n\nrubbish\n");
        carrier.tells(State.COLLECTED, "x");
        round(10).run(AT);
        assertEquals(List.of(), carrier.asked);
    }

    @Test
    void whatCannotBeNotedIsNotAsked() throws Exception {
        Files.writeString(folder.resolve("store"), "a file where the folder should be");
        Round round = round(10);
        try {
            round.run(AT);
        } catch (UncheckedIOException expected) {
            assertTrue(expected.getMessage().contains("store"));
        }
        assertEquals(List.of(), carrier.asked);
    }

    @Test
    void aCarrierThatCannotAnswerIsLeftAlone() {
        for (int i = 2; i < 6; i++) {
            cases.put(
                    "" + i, PostalCase.in("collecting").sent(Leg.PICK_UP, W + i).make());
        }
        carrier.fault = Problem.unavailable(Text.of("busy"));
        Round round = round(10);
        round.run(AT);
        assertEquals(1, carrier.asked.size());
        round.run(AT.plusSeconds(61));
        assertEquals(2, carrier.asked.size());
        round.run(AT.plusSeconds(122));
        assertEquals(2, carrier.asked.size(), "the second pause is longer");
        carrier.fault = null;
        carrier.tells(State.COLLECTED, "x");
        round.run(AT.plusSeconds(300));
        assertEquals(5, carrier.asked.size());
    }

    @Test
    void anUnknownWaybillIsNoFailure() {
        cases.put("2", PostalCase.in("collecting").sent(Leg.PICK_UP, W + 2).make());
        carrier.fault = Problem.notFound("waybill", W);
        round(10).run(AT);
        assertEquals(2, carrier.asked.size());
        assertEquals(List.of(), cases.acted);
    }

    @Test
    void aRoundIsBoundedAndTheNextGoesOn() {
        for (int i = 2; i <= 5; i++) {
            cases.put(
                    "" + i, PostalCase.in("collecting").sent(Leg.PICK_UP, W + i).make());
        }
        carrier.tells(State.COLLECTED, "x");
        Round round = round(2);
        round.run(AT);
        assertEquals(2, carrier.asked.size());
        round.run(AT.plusSeconds(60));
        round.run(AT.plusSeconds(120));
        assertEquals(5, carrier.asked.stream().distinct().count());
    }

    @Test
    void aRoundThatIsEndedAsksNoMore() {
        Round round = round(10);
        round.end();
        assertEquals(0, round.run(AT));
        assertEquals(List.of(), carrier.asked);
    }

    @Test
    void onlyWhatIsUnderWayIsAskedAboutAndWithTheRightPhone() {
        cases.put("1", PostalCase.in("collecting").sent(Leg.DISPATCH, W).make());
        cases.put(
                "2",
                PostalCase.in("collecting")
                        .with("parcels", List.of(line("signed")))
                        .make());
        cases.put(
                "3",
                PostalCase.in("collecting")
                        .with("parcels", List.of(line("received")))
                        .make());
        cases.put("4", PostalCase.in("returning").sent(Leg.DELIVER, W + 4).make());
        carrier.tells(State.COLLECTED, "x");
        round(10).run(AT);
        assertEquals(List.of(W + " 0000", W + "4 1234"), carrier.asked);
    }

    @Test
    void withoutACarrierNothingIsAskedAndWithSeveralTheOneThatIsNamed() {
        carriers.add(new FakeCarrier(), Map.of("carrier.id", "other"));
        round(10).run(AT);
        assertEquals(List.of(), carrier.asked, "which one is not said");
        cases.put(
                "1",
                PostalCase.in("collecting")
                        .with("parcels", List.of(W + " pick-up sent " + AT + " ems"))
                        .make());
        carrier.tells(State.COLLECTED, "x");
        round(10).run(AT);
        assertEquals(1, carrier.asked.size());
        carriers.remove(carrier);
        assertFalse(carriers.none());
    }

    private Round round(int questions) {
        return new Round(cases, new FakeRegistry(Samples.SITE), carriers, new Asked(file), questions);
    }

    private static String line(String state) {
        return W + " pick-up " + state + " " + AT + " -";
    }

    private static final class FakeCarrier implements Carrier {
        final List<String> asked = new ArrayList<>();
        RuntimeException fault;
        private State state;
        private String what;

        void tells(State now, String news) {
            state = now;
            what = news;
        }

        @Override
        public String name() {
            return "示例承运方";
        }

        @Override
        public int restSeconds() {
            return REST;
        }

        @Override
        public Tracking track(String waybill, String phoneEnding) {
            asked.add(waybill + " " + phoneEnding);
            if (fault != null) {
                throw fault;
            }
            return new Tracking(
                    waybill,
                    state,
                    List.of(
                            new Tracking.Event(Instant.parse("2026-11-01T02:00:00Z"), "揽收"),
                            new Tracking.Event(AT, what)));
        }
    }
}
