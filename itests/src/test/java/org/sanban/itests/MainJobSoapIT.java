// SPDX-License-Identifier: Apache-2.0
package org.sanban.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.tools.ws.wscompile.WsimportTool;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What another system gains: the same life of a case over SOAP, with problems it can read by type. */
@ExtendWith(Distribution.class)
class MainJobSoapIT {
    private final Sanban sanban = Distribution.get();
    private final Soap clerk = sanban.soapAs("chengguan-clerk");
    private final Soap officer = sanban.soapAs("chengguan-officer");
    private final Soap anyone = new Soap(sanban.anyone());
    private final JsonNode matter = Sample.committedMatter(sanban.anyone());

    @TempDir
    Path generated;

    @Test
    void aCaseGoesFromTheGuideToTheHandingOver() {
        Xml guide = guide();
        assertTrue(guide.texts("code").containsAll(Sample.required(matter)), guide.toString());
        assertEquals(matter.at("/guide/committedDays").asText(), guide.text("committedDays"));
        for (String element : List.of("condition", "step", "basis", "fee", "result", "supervisionPhone")) {
            assertFalse(guide.text(element).isBlank(), element);
        }
        assertEquals("true", guide.text("sample"), "samples say that they are samples");
        String number = clerk.call("submitCase", "<draft>" + draft(Sample.ID) + "</draft>")
                .text("number");
        Xml early = acted(clerk, number, 1, "accept", "").expectProblem("CONFLICT");
        List<String> missing = Sample.required(matter);
        act(clerk, number, 1, "request-correction", notice());
        assertEquals(missing.size(), follow(number).answer().body().split("<(?:\\w+:)?missing>").length - 1);
        assertTrue(early.contains(follow(number).text("missing")), early.toString());
        act(clerk, number, 2, "correct", materials());
        act(clerk, number, 3, "accept", "");
        Xml running = follow(number);
        assertEquals("审批部门", running.text("holder"));
        assertTrue(Integer.parseInt(running.text("daysLeft")) > 0, running.toString());
        assertTrue(running.text("why").contains("工作日"), running.toString());
        act(officer, number, 4, "decide", answer("outcome", "approved") + answer("result", "准予办理，请张𠮷领取"));
        act(clerk, number, 5, "deliver", answer("receivedBy", "张示例"));
        Xml progress = follow(number);
        assertEquals("DONE", progress.text("status"));
        assertTrue(progress.contains("准予办理，请张𠮷领取"), progress.toString());
    }

    @Test
    void aSecondNoticeIsRefused() {
        String number = clerk.call("submitCase", "<draft>" + draft(Sample.ID) + "</draft>")
                .text("number");
        act(clerk, number, 1, "request-correction", notice());
        String one = materials().replaceFirst("(?s)(</material>).*", "$1");
        act(clerk, number, 2, "correct", one);
        Xml again = acted(clerk, number, 3, "request-correction", notice()).expectProblem("CONFLICT");
        assertTrue(again.text("faultstring").contains("一次"), again.toString());
    }

    @Test
    void whoseVersionIsOldIsToldWhatHappened() {
        String number = clerk.call("submitCase", "<draft>" + draft(Sample.ID) + "</draft>")
                .text("number");
        act(clerk, number, 1, "note", "<note>已核对</note>");
        Soap other = sanban.soapAs("chengguan-clerk2");
        Xml lost =
                acted(other, number, 1, "withdraw", answer("reason", "申请人撤回")).expectProblem("CONFLICT");
        assertTrue(lost.text("faultstring").contains("王受理（示例）"), lost.toString());
        assertEquals("OPEN", follow(number).text("status"));
    }

    @Test
    void whatIsWrongOrNotThereIsNamedAndChangesNothing() {
        String newest = newest();
        for (String field : List.of("matter", "site", "mode")) {
            String element = "<" + field + ">";
            refused("NOT_FOUND", field, draft(Sample.ID).replaceFirst(element + "[^<]*", element + "no-such-thing"));
        }
        refused("INVALID", "applicant.idNumber", draft("360426199101010072"));
        assertEquals(newest, newest());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Case", "Matter"})
    void theStrictestClientReadsTheWsdlAndCalls(String noun) throws Exception {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        String wsdl = sanban.base() + "/api/soap/" + noun + "?wsdl";
        boolean done = new WsimportTool(said).run(new String[] {"-d", generated.toString(), "-quiet", wsdl});
        assertTrue(done, said.toString());
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {generated.toUri().toURL()}, getClass().getClassLoader())) {
            Object port = port(loader, noun);
            if (noun.equals("Case")) {
                String number = Sample.submit(sanban.as("chengguan-clerk"), matter);
                Object progress = call(port, "followCase", number, "1234");
                assertEquals(number, call(progress, "getNumber"));
            } else {
                Object found = call(port, "getMatter", matter.path("code").asText());
                assertEquals(matter.path("name").asText(), call(found, "getName"));
            }
        }
    }

    @Test
    void aProblemIsATypedFaultInTheCallersLanguage() {
        String wrong = "<draft>" + draft("360426199102300071") + "</draft>";
        Xml fault = clerk.call("submitCase", wrong).expectProblem("INVALID");
        assertEquals("applicant.idNumber", fault.text("field"));
        assertTrue(fault.contains("1991-02-30"), fault.toString());
        Xml english = clerk.post(clerk.envelope("<c:submitCase>" + wrong + "</c:submitCase>"), "Accept-Language", "en");
        assertTrue(english.text("message").matches("\\p{ASCII}+"), english.toString());
    }

    @Test
    void whatPeopleReadIsInTheCallersLanguage() {
        String number = clerk.call("submitCase", "<draft>" + draft(Sample.ID) + "</draft>")
                .text("number");
        assertEquals("已提交", follow(number).text("stage"));
        Xml english = anyone.post(
                anyone.envelope(
                        "<c:followCase><number>" + number + "</number><phoneEnding>1234</phoneEnding></c:followCase>"),
                "Accept-Language",
                "en");
        assertEquals("Submitted", english.text("stage"));
        assertEquals("window clerk", english.text("holder"));
    }

    @Test
    void aWrongEndingTellsNothingAndFiveCloseTheNumber() {
        String number = clerk.call("submitCase", "<draft>" + draft(Sample.ID) + "</draft>")
                .text("number");
        String guess = "<number>" + number + "</number><phoneEnding>0000</phoneEnding>";
        for (int i = 0; i < 5; i++) {
            anyone.call("followCase", guess).expectProblem("NOT_FOUND");
        }
        Xml closed = follow(number).expectProblem("TOO_MANY");
        assertEquals(closed.answer().headers().firstValue("Retry-After").orElseThrow(), closed.text("retryAfter"));
        assertTrue(Integer.parseInt(closed.text("retryAfter")) > 600, closed.toString());
    }

    @Test
    void withoutTheRightPasswordNothingIsDone() {
        String question = "<number>61092626000000018</number>";
        anyone.call("getCase", question).expectProblem("UNAUTHENTICATED");
        new Soap(sanban.anyone(), "chengguan-clerk", "wrong")
                .call("getCase", question)
                .expectProblem("UNAUTHENTICATED");
    }

    private void refused(String kind, String field, String draft) {
        Xml fault = clerk.call("submitCase", "<draft>" + draft + "</draft>").expectProblem(kind);
        assertEquals(field, fault.text("field"), fault.toString());
    }

    private String newest() {
        return clerk.call("listCases", "<query><limit>1</limit></query>").text("number");
    }

    /** The guide, found by its name as somebody would who has no code. */
    private Xml guide() {
        String text = "<text>" + matter.path("name").asText() + "</text>";
        assertTrue(anyone.ask("findMatters", text).texts("code").contains(code()), "it is found");
        return anyone.ask("getMatter", "<code>" + code() + "</code>");
    }

    private String code() {
        return matter.path("code").asText();
    }

    private String notice() {
        String missing = Sample.required(matter).stream()
                .map(code -> "<value>" + code + "</value>")
                .collect(Collectors.joining());
        return "<answer><name>missing</name>" + missing + "</answer>" + answer("reason", "请补齐");
    }

    private static Object port(ClassLoader generated, String noun) throws ReflectiveOperationException, IOException {
        String space = noun.equals("Case") ? "sanban.cases._1." : "sanban.matters._1.";
        Class<?> service = generated.loadClass(space + noun + "Service");
        return call(service.getConstructor().newInstance(), "get" + noun + "Port");
    }

    private static Object call(Object target, String method, Object... arguments) throws ReflectiveOperationException {
        for (var candidate : target.getClass().getMethods()) {
            if (candidate.getName().equals(method) && candidate.getParameterCount() == arguments.length) {
                return candidate.invoke(target, arguments);
            }
        }
        throw new NoSuchMethodException(method);
    }

    private Xml follow(String number) {
        return anyone.call("followCase", "<number>" + number + "</number><phoneEnding>1234</phoneEnding>");
    }

    private static void act(Soap caller, String number, int version, String action, String answers) {
        Xml answer = acted(caller, number, version, action, answers);
        assertEquals(Integer.toString(version + 1), answer.text("version"));
    }

    private static Xml acted(Soap caller, String number, int version, String action, String more) {
        return caller.call(
                "actOnCase",
                "<number>" + number + "</number><action><name>" + action + "</name><version>" + version + "</version>"
                        + more + "</action>");
    }

    private static String answer(String name, String value) {
        return "<answer><name>" + name + "</name><value>" + value + "</value></answer>";
    }

    private String materials() {
        StringBuilder all = new StringBuilder();
        for (JsonNode one : matter.path("guide").path("materials")) {
            all.append("<material><code>").append(one.path("code").asText());
            all.append("</code><originals>").append(one.path("originals").asInt());
            all.append("</originals><copies>").append(one.path("copies").asInt());
            all.append("</copies></material>");
        }
        return all.toString();
    }

    private String draft(String idNumber) {
        return "<mode>window</mode><matter>" + code() + "</matter><site>" + Sample.SITE
                + "</site><applicant><kind>PERSON</kind><name>张𠮷示例</name><idNumber>" + idNumber
                + "</idNumber><phone>0915-8401234</phone></applicant>";
    }
}
