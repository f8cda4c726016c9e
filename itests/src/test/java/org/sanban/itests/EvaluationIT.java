// SPDX-License-Identifier: Apache-2.0
package org.sanban.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.tools.ws.wscompile.WsimportTool;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** 好差评: a citizen rates a case that was handed over; a bad rating ends with a call back and a second rating. */
@ExtendWith(Distribution.class)
class EvaluationIT {
    private static final Map<String, Object> GOOD =
            Map.of("business", "SATISFIED", "window", "VERY_SATISFIED", "attitude", "VERY_SATISFIED");
    private static final Map<String, Object> BAD = Map.of(
            "business", "SATISFIED",
            "window", "FAIR",
            "attitude", "DISSATISFIED",
            "details", List.of("attitude"),
            "text", "问了三次没人理𠮷");

    private final String today = Calendars.today().toString();
    private final Sanban sanban = Distribution.get();
    private final Rest anyone = sanban.anyone();
    private Rest clerk;
    private Rest colleague;
    private Rest admin;

    @BeforeEach
    void logIn() {
        clerk = sanban.as("chengguan-clerk");
        colleague = sanban.as("chengguan-clerk2");
        admin = sanban.as("sample-admin");
    }

    @Test
    void aBadRatingEndsWithACallBackAndASecondRating() {
        String number = delivered();
        JsonNode before = report("person", "/chengguan-clerk");
        String link = link(number);
        assertTrue(link.startsWith(sanban.base() + "/evaluate/#"), link);
        JsonNode form =
                anyone.get(api(link), "Accept-Language", "en").expect(200).json();
        assertEquals("very satisfied", form.path("levels").get(0).path("label").asText());

        Rest.Answer silent = anyone.post(api(link), without(BAD, "details", "text"));
        assertEquals(
                "details",
                silent.expect(400)
                        .json()
                        .path("violations")
                        .get(0)
                        .path("field")
                        .asText());
        JsonNode thanks = anyone.post(api(link), BAD).expect(200).json();
        assertEquals("DISSATISFIED", thanks.path("overall").asText());
        assertTrue(thanks.path("rectification").asBoolean());
        assertEquals(409, anyone.post(api(link), GOOD).status(), "a link is spent by its rating");

        String id = thanks.path("id").asText();
        JsonNode own = rectification(clerk, id);
        assertFalse(own.path("rating").has("number"), "the rated person does not learn which case: " + own);
        assertFalse(clerk.get("/evaluations?bad=true").expect(200).body().contains(number));
        assertEquals(
                number, rectification(admin, id).path("rating").path("number").asText());

        step(admin, id, Map.of("action", "assign", "assignee", "chengguan-clerk"))
                .expect(400);
        step(admin, id, Map.of("action", "assign", "assignee", "chengguan-clerk2"))
                .expect(200);
        step(clerk, id, Map.of("action", "answer", "text", "无")).expect(403);
        step(colleague, id, Map.of("action", "answer", "text", "已批评教育，设首问岗")).expect(200);
        step(admin, id, Map.of("action", "close", "text", "了结")).expect(409);
        step(admin, id, Map.of("action", "call-back", "reached", true, "text", "表示认可"))
                .expect(200);
        String second = link(number);
        assertEquals(2, anyone.get(api(second)).expect(200).json().path("nth").asInt());
        anyone.post(api(second), GOOD).expect(200);
        JsonNode closed = rectification(admin, id);
        assertEquals("CLOSED", closed.path("state").asText());
        assertEquals(5, closed.path("steps").size(), closed.toString());

        JsonNode after = report("person", "/chengguan-clerk");
        for (String counted : List.of("ratings", "bad", "attitudeBad", "second")) {
            assertEquals(before.path(counted).asInt() + 1, after.path(counted).asInt(), counted);
        }
        assertEquals("王受理（示例）", after.path("name").asText());
        assertTrue(after.path("ratings").asInt()
                <= report("division", "610926000000").path("ratings").asInt());
    }

    @Test
    void forgedLinksAndOwnCasesAreRefused() {
        String number = delivered();
        String link = link(number);
        char tampered = link.charAt(link.length() - 20);
        String forged = link.substring(0, link.length() - 20)
                + (tampered == 'x' ? 'y' : 'x')
                + link.substring(link.length() - 19);
        assertTrue(anyone.post(api(forged), GOOD).expect(404).detail().contains("无效"));
        clerk.post("/evaluations", entered(number, "1234", GOOD)).expect(403);
        sanban.as("chengguan-officer")
                .post("/evaluations", entered(number, "1234", GOOD))
                .expect(403);
        colleague.post("/evaluations", entered(number, "0000", GOOD)).expect(404);
        sanban.as("xinglong-clerk")
                .post("/evaluations", entered(number, "1234", GOOD))
                .expect(409);
        anyone.post("/evaluations", entered(number, "1234", GOOD)).expect(401);
        colleague.post("/evaluations", entered(number, "1234", GOOD)).expect(200);
        JsonNode seen =
                admin.get("/evaluations").expect(200).json().path("items").get(0);
        assertEquals("chengguan-clerk2", seen.path("enteredBy").asText());
        assertEquals("PHONE", seen.path("via").asText());
    }

    @Test
    void theWindowShowsAQrCodeAndTheCitizenFindsThePage() {
        String number = delivered();
        JsonNode invitation = invitation(number);
        String id = invitation.path("id").asText();
        Rest.Answer qr = clerk.get("/invitations/" + id + "/qr").expect(200);
        assertTrue(qr.body().startsWith("<svg"), qr.body());
        assertEquals(
                clerk.get("/invitations/" + id + "/link")
                        .expect(200)
                        .json()
                        .path("link")
                        .asText(),
                link(number));
        sanban.as("xinglong-clerk").get("/invitations/" + id + "/link").expect(404);
        anyone.get("/invitations/" + id + "/link").expect(401);
        anyone.get("/invitations/mine?number=" + number + "&phone=9999").expect(404);

        assertTrue(page("/evaluate/").contains("evaluate.js"));
        assertTrue(page("/evaluate/evaluate.js").contains("/api/v1/evaluations/links/"));
        assertTrue(page("/evaluate/texts.js").contains("Rate the service"));
        assertTrue(page("/evaluate/evaluate.css").contains("main"));
        anyone.get("/evaluate/../etc/users.properties").expect(404);
    }

    @Test
    void otherSystemsSubmitAndFetchRatings() {
        String number = delivered();
        invitation(number);
        String said = "<number>" + number + "</number><phone>1234</phone><judgement><business>FAIR</business>"
                + "<window>SATISFIED</window><attitude>SATISFIED</attitude><via>PC</via></judgement>";
        assertTrue(soap("submitEvaluation", said).body().contains("<overall>FAIR</overall>"));
        assertTrue(soap("submitEvaluation", said).body().contains("已评价过"), "a typed fault");
        assertTrue(soap("listEvaluations", "<division>610926100000</division>").status() == 200);

        Rest system = sanban.as("sample-system");
        Await.until(
                Duration.ofSeconds(60),
                "the rating is given out",
                () -> exchanged(system, "interface", number) != null);
        JsonNode sent = exchanged(system, "interface", number);
        assertEquals("3", sent.path("satisfaction").asText());
        assertEquals("1", sent.path("promiseTime").asText());
        assertEquals("1", sent.path("pf").asText());
        assertEquals(
                "2", exchanged(system, "gbt39046", number).path("promiseTime").asText());
        clerk.get("/evaluations/exchange?coding=interface").expect(403);
        assertEquals(
                "coding",
                system.get("/evaluations/exchange?coding=x")
                        .expect(400)
                        .json()
                        .path("violations")
                        .get(0)
                        .path("field")
                        .asText());
    }

    @Test
    void theOperatorSeesWhatIsOpen() {
        String number = delivered();
        anyone.post(api(link(number)), BAD).expect(200);
        assertTrue(sanban.done("sanban:rectification-list --state OPEN").contains(number));
        assertFalse(sanban.done("sanban:rectification-list --overdue").contains(number));
        assertTrue(sanban.done("sanban:delivery-list").contains("evaluation"));
        assertTrue(anyone.get("/system/metrics").body().contains("sanban_evaluation_rectifications_overdue 0"));
        assertTrue(anyone.get("/evaluations/terms").expect(200).body().contains("示例"));
    }

    @Test
    void theStrictestClientReadsTheWsdl(@TempDir Path generated) throws Exception {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        String wsdl = sanban.base() + "/api/soap/Evaluation?wsdl";
        assertTrue(
                new WsimportTool(said).run(new String[] {"-d", generated.toString(), "-quiet", wsdl}), said.toString());
    }

    @Test
    void itGoesAndIsToldWhatItMissedWhenItIsBack() {
        String before = delivered();
        String link = link(before);
        sanban.done("sanban:module-remove sanban-evaluation");
        String meanwhile;
        try {
            meanwhile = delivered();
        } finally {
            sanban.done("sanban:module-install sanban-evaluation");
        }
        Await.until(
                Duration.ofSeconds(60),
                "it serves again",
                () -> anyone.get("/evaluations/terms").status() == 200);
        anyone.post(api(link), GOOD).expect(200);
        anyone.post(api(link(meanwhile)), GOOD).expect(200);
        assertEquals("", sanban.trouble());
    }

    private Rest.Answer soap(String operation, String body) {
        String security = new Soap(anyone, "sample-system", sanban.password("sample-system"))
                .envelope(
                        "<e:" + operation + " xmlns:e=\"urn:sanban:evaluations:1\">" + body + "</e:" + operation + ">");
        return anyone.post(
                "/api/soap/Evaluation", security.getBytes(StandardCharsets.UTF_8), "Content-Type", "text/xml");
    }

    private static JsonNode exchanged(Rest system, String coding, String number) {
        String after = "";
        while (true) {
            JsonNode page = system.get("/evaluations/exchange?limit=200&coding=" + coding + after)
                    .expect(200)
                    .json();
            for (JsonNode one : page.path("items")) {
                if (one.path("projectNo").asText().equals(number)) {
                    return one;
                }
            }
            if (!page.has("next")) {
                return null;
            }
            after = "&after=" + page.path("next").asText();
        }
    }

    private String page(String path) {
        return anyone.get(path).expect(200).body();
    }

    /** The number of a case that was handed over. */
    private String delivered() {
        String number = Sample.accepted(clerk, Sample.committedMatter(anyone));
        sanban.as("chengguan-officer")
                .act(number, 2, "decide", Map.of("outcome", "approved", "result", "准予办理"))
                .expect(200);
        clerk.act(number, 3, "deliver", Map.of("receivedBy", "张示例")).expect(200);
        return number;
    }

    private JsonNode invitation(String number) {
        Await.until(
                Duration.ofSeconds(60),
                "the citizen is invited",
                () -> clerk.get("/invitations?number=" + number)
                                .json()
                                .path("items")
                                .size()
                        == 1);
        return clerk.get("/invitations?number=" + number).json().path("items").get(0);
    }

    /** The link as the applicant gets it. */
    private String link(String number) {
        invitation(number);
        return anyone.get("/invitations/mine?number=" + number + "&phone=1234")
                .expect(200)
                .json()
                .get(0)
                .path("link")
                .asText();
    }

    private static String api(String link) {
        return "/evaluations/links/" + link.substring(link.indexOf('#') + 1);
    }

    private static JsonNode rectification(Rest who, String id) {
        return who.get("/rectifications/" + id).expect(200).json();
    }

    private Rest.Answer step(Rest who, String id, Map<String, Object> step) {
        Map<String, Object> body = new HashMap<>(step);
        body.put("version", rectification(admin, id).path("version").asInt());
        return who.post("/rectifications/" + id + "/steps", body);
    }

    private JsonNode report(String by, String ending) {
        JsonNode page = admin.get("/evaluations/reports?by=" + by + "&from=" + today + "&until=" + today + "&limit=200")
                .expect(200)
                .json();
        for (JsonNode line : page.path("items")) {
            if (line.path("scope").asText().endsWith(ending)) {
                return line;
            }
        }
        return Rest.JSON.createObjectNode();
    }

    private static Map<String, Object> entered(String number, String phone, Map<String, Object> judgement) {
        return Map.of("number", number, "phone", phone, "judgement", judgement);
    }

    private static Map<String, Object> without(Map<String, Object> judgement, String... fields) {
        Map<String, Object> less = new HashMap<>(judgement);
        List.of(fields).forEach(less::remove);
        return less;
    }
}
