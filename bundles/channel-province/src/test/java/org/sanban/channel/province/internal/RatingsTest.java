// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.province.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sanban.api.journal.JournalEntry.Kind;
import org.sanban.api.page.PageRequest;
import org.sanban.channel.demo.internal.ProvinceParty.Received;

/** Ratings told to the province: after their case, in the agreed coding, acknowledged and compared as everything else. */
abstract class RatingsTest extends ExchangeFixture {
    private static final String RATING = "rating";

    private final FakeRatings given = new FakeRatings();

    @BeforeEach
    void install() {
        ratings.exchange = given;
        configure(Map.of("ratings", "interface"));
    }

    @Test
    void aRatingIsPushedInTheInterfacesCodingAndReconciled() {
        lives(A);
        given.rate(A, 1, now, "等了两小时");
        goesOn();
        JsonNode data = received(RATING).data();
        assertEquals("2", data.path("satisfaction").asText(), "不满意 is 2 where 5 is the best");
        assertEquals("1", data.path("promiseTime").asText(), "承诺件 is 1");
        assertEquals("3", data.path("pf").asText());
        assertEquals("1", data.path("assessNumber").asText());
        assertEquals("2026-11-23 10:05:00", data.path("assessTime").asText());
        assertEquals(A, data.path("projectNo").asText());
        assertEquals(FakeCases.MATTER, data.path("taskCode").asText());
        assertEquals("p61", data.path("dataSource").asText());
        assertEquals("11610926000000000X", data.path("deptCode").asText());
        assertFalse(data.has("certKey"), "who rates stays unknown");
        assertEquals(received(RATING).id(), simulated.party().arrivals().get(6), "after the six records of its case");
        assertEquals(
                new Books.Tally(7, 7, 0, 0, 0, 0),
                province.reconcile(MONDAY, ADMIN).tally());
        simulated.party().loses(received(RATING).id());
        assertEquals(1, province.reconcile(MONDAY, ADMIN).tally().missingThere());
        assertEquals(1, province.mend(MONDAY, ADMIN));
        goesOn();
        assertEquals(7, simulated.party().records().size());
    }

    @Test
    void theStandardsCodingIsTheOtherWayRoundAndCanBeAgreedOnLater() {
        lives(A);
        given.rate(A, 1, now, "等了两小时");
        configure(Map.of());
        goesOn();
        assertEquals(6, simulated.party().records().size(), "nothing is agreed on ratings");
        configure(Map.of("ratings", "gbt39046"));
        goesOn();
        assertEquals("4", received(RATING).data().path("satisfaction").asText());
        assertEquals("2", received(RATING).data().path("promiseTime").asText());
        assertEquals("二维码", received(RATING).data().path("pf").asText());
    }

    @Test
    void tablesTakeRatingsUnderTheNameTheyHaveThere() throws Exception {
        statements(Files.readString(Path.of("src/test/resources/exchange.sql")));
        configure(Map.of(
                "way", "tables", "names", "UP_PRO_RESULT=x_result, rating=x_evaluation", "ratings", "interface"));
        lives(A);
        given.rate(A, 1, now, "等了两小时");
        goesOn();
        assertEquals(1, count("x_evaluation where satisfaction = '2' and promiseTime = '1' and assessNumber = 1"));
        assertEquals(
                new Books.Tally(7, 7, 0, 0, 0, 0),
                province.reconcile(MONDAY, ADMIN).tally());
        statements("update x_evaluation set satisfaction = '4'");
        assertEquals(1, province.reconcile(MONDAY, ADMIN).tally().differing());
        assertEquals(1, province.mend(MONDAY, ADMIN));
        goesOn();
        assertEquals(1, count("x_evaluation where satisfaction = '2'"));
    }

    @Test
    void eachCaseHasOneOfEachTurnAndNothingOfCasesThatAreNotTold() {
        lives(A);
        given.rate(A, 1, now, "走访后");
        given.rate(A, 1, now, "办结后");
        given.rate(A, 2, now, "整改后");
        given.rate(B, 1, now, "没有告知的办件");
        goesOn();
        assertEquals(
                List.of("整改后", "走访后"),
                simulated.party().records().stream()
                        .filter(one -> one.table().equals(RATING))
                        .map(one -> one.data().path("writingEvaluation").asText())
                        .sorted()
                        .toList());
    }

    @Test
    void aRatingWaitsForTheJournalThatTellsItsCase() {
        given.rate(A, 1, now, "快");
        cases.delivery(now.minusSeconds(1), 0);
        goesOn();
        lives(A);
        cases.delivery(null, 1);
        goesOn();
        assertEquals(6, simulated.party().records().size());
        cases.delivery(null, 0);
        goesOn();
        assertEquals(7, simulated.party().records().size());
    }

    @Test
    void withoutThoseWhoHaveRatingsTheyWaitAndCasesGoOn() {
        lives(A);
        given.rate(A, 1, now, "快");
        simulated.party().refuses(one -> true, true);
        sender.round();
        ratings.exchange = null;
        simulated.party().refuses(one -> false, false);
        province.resend(null, ADMIN);
        goesOn();
        assertEquals(6, simulated.party().records().size());
        assertTrue(archive.oldest().isPresent(), "an operator sees that something waits");
        ratings.exchange = given;
        goesOn();
        assertEquals(7, simulated.party().records().size());
    }

    @Test
    void whereRatingsCannotBeReadCasesGoOn() {
        given.rate(A, 1, now, "快");
        given.away = true;
        lives(A);
        goesOn();
        assertEquals(6, simulated.party().records().size());
        assertEquals(null, province.status(ADMIN).trouble());
        given.away = false;
        goesOn();
        assertEquals(7, simulated.party().records().size());
    }

    @Test
    void oneThatCountsNoMoreIsParkedAndHoldsNothing() {
        happens(A, 1, Kind.ACCEPTED, Map.of());
        given.rate(A, 1, now, "恶意");
        ratings.collect();
        given.forget(A, 1);
        goesOn();
        Province.Record parked =
                province.records(State.PARKED, null, ALL, ADMIN).items().get(0);
        assertEquals(RATING, parked.table());
        happens(A, 3, Kind.DECIDED, Map.of("outcome", "approved"));
        goesOn();
        assertTrue(simulated.party().records().stream().map(Received::table).anyMatch("UP_PRO_RESULT"::equals));
    }

    @Test
    void manyAreTakenPageByPage() {
        lives(A);
        for (int i = 1; i <= 230; i++) {
            given.rate(A, i, Instant.EPOCH, "第" + i + "次");
        }
        for (int i = 0; i < 3; i++) {
            ratings.collect();
        }
        assertEquals(236, outbox.known(A).size());
        assertEquals(
                200,
                province.records(State.WAITING, A, new PageRequest(null, 200), ADMIN)
                        .items()
                        .size());
    }

    /** Some time later, all that can be sent is. */
    private void goesOn() {
        now = now.plusSeconds(10);
        sender.round();
        sendAll();
    }
}
