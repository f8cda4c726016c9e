// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.province.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sanban.api.cases.Status;
import org.sanban.api.journal.JournalEntry.Kind;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;
import org.sanban.api.test.Samples;

/** What somebody gains who applies on the provincial site: one case, and its result wherever it is asked for. */
abstract class ApplicationsTest extends ExchangeFixture {
    @Test
    void anApplicationIsOneCaseHoweverOftenItComes() throws JsonProcessingException {
        Intake intake = new Intake(channel, applications, cases);
        byte[] body = application("QWY-1");
        Intake.Taken first = intake.take(body, header(body), SYSTEM);
        assertFalse(first.repeated());
        assertEquals("province", cases.submitter().channel());
        assertEquals(FakeCases.MATTER, cases.drafts.get(0).matter());
        assertEquals("province:QWY-1", cases.drafts.get(0).key());
        Intake.Taken second = intake.take(body, header(body), SYSTEM);
        assertTrue(second.repeated());
        assertEquals(first.number(), second.number());
        assertEquals(1, cases.drafts.size());

        String number = first.number();
        recorder.on(cases.entry(number, now, Kind.ACCEPTED, Status.OPEN, Map.of()), cases.state(number));
        sendAll();
        assertEquals(
                "QWY-1", received("UP_PRO_ACCEPT").data().path("project_no").asText());
        assertEquals("2", received("UP_PRO_ACCEPT").data().path("apply_type").asText());
    }

    @Test
    void whatThePlatformDidNotSignOrIsNoApplicationIsRefused() throws JsonProcessingException {
        Intake intake = new Intake(channel, applications, cases);
        byte[] body = application("QWY-2");
        refused(Problem.Kind.FORBIDDEN, () -> intake.take(body, name -> null, SYSTEM));
        byte[] other = application("QWY-3");
        refused(Problem.Kind.FORBIDDEN, () -> intake.take(other, header(body), SYSTEM));
        refused(Problem.Kind.FORBIDDEN, () -> intake.take(body, header(body), Samples.clerk()));
        byte[] gbk = "{\"projectNo\":\"示例\"}".getBytes(Charset.forName("GBK"));
        refused(Problem.Kind.INVALID, () -> intake.take(gbk, header(gbk), SYSTEM));
        for (String text : List.of(
                "",
                "null",
                "[]",
                "{\"a\":1}",
                "{\"projectNo\":\"\"}",
                "{\"projectNo\":\"P\"}",
                "{\"projectNo\":\"P\",\"taskCode\":\"\\u0000\"}")) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            refused(Problem.Kind.INVALID, () -> intake.take(bytes, header(bytes), SYSTEM));
        }
        assertEquals(List.of(), cases.drafts);
    }

    @Test
    void resultsAreFetchedByKeyInTheOrderTheyCame() {
        lives(A);
        now = now.plusSeconds(60);
        lives(B);
        assertEquals(
                1,
                province.results(null, ALL, SYSTEM).items().size(),
                "what may not be committed yet is not given out");
        now = now.plusSeconds(60);
        Page<Province.Result> page = province.results(null, new PageRequest(null, 1), SYSTEM);
        assertEquals(A, page.items().get(0).number());
        assertEquals("approved", page.items().get(0).result());
        Page<Province.Result> next = province.results(null, new PageRequest(page.next(), 1), SYSTEM);
        assertEquals(B, next.items().get(0).number());
        assertEquals(null, next.next());
        assertEquals(
                1, province.results(now.minusSeconds(61), ALL, SYSTEM).items().size());
        refused(Problem.Kind.FORBIDDEN, () -> province.results(null, ALL, Samples.clerk()));
        refused(Problem.Kind.INVALID, () -> province.results(null, new PageRequest("x", 1), SYSTEM));
    }

    private static byte[] application(String project) throws JsonProcessingException {
        Map<String, Object> application = new HashMap<>(Map.of(
                "projectNo",
                project,
                "taskCode",
                FakeCases.MATTER,
                "applicant",
                Map.of("kind", "PERSON", "name", "张示例", "idNumber", "360426199101010071", "phone", "13800000000")));
        return new ObjectMapper().writeValueAsBytes(application);
    }

    private java.util.function.UnaryOperator<String> header(byte[] body) {
        return simulated.party().signed(body)::get;
    }
}
