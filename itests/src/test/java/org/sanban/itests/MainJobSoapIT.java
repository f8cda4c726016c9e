// SPDX-License-Identifier: Apache-2.0
package org.sanban.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What another system gains: the same life of a case over SOAP, with problems it can read by type. */
@ExtendWith(Distribution.class)
class MainJobSoapIT {
    private static final String WSSE =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";
    private final Rest anyone = Distribution.get().anyone();

    @Test
    void aCaseGoesFromSubmittingToTheHandingOver() {
        JsonNode matter = Sample.committedMatter(anyone);
        String materials = StreamSupport.stream(
                        matter.path("guide").path("materials").spliterator(), false)
                .map(m -> "<material><code>" + m.path("code").asText() + "</code><originals>"
                        + m.path("originals").asInt() + "</originals><copies>"
                        + m.path("copies").asInt() + "</copies></material>")
                .collect(Collectors.joining());
        String number = text(
                "number",
                call("chengguan-clerk", "submitCase", "<draft>" + draft(matter, Sample.ID) + materials + "</draft>"));
        act("chengguan-clerk", number, 1, "accept", "");
        act("chengguan-officer", number, 2, "decide", answer("outcome", "approved") + answer("result", "准予办理，请张𠮷领取"));
        act("chengguan-clerk", number, 3, "deliver", answer("receivedBy", "张示例"));
        String progress = call(null, "followCase", "<number>" + number + "</number><phoneEnding>1234</phoneEnding>");
        assertEquals("DONE", text("status", progress));
        assertTrue(progress.contains("准予办理，请张𠮷领取"), progress);
    }

    @Test
    void theWsdlNamesEveryOperationAndItsFault() {
        String wsdl = anyone.get("/api/soap/Case?wsdl").expect(200).body();
        for (String operation : new String[] {"submitCase", "actOnCase", "getCase", "followCase", "listSteps"}) {
            assertTrue(wsdl.contains("<wsdl:operation name=\"" + operation + "\""), operation);
        }
        assertTrue(wsdl.contains("ProblemFault"), "the typed fault");
    }

    @Test
    void aProblemIsATypedFault() {
        String fault = call(
                "chengguan-clerk",
                "submitCase",
                "<draft>" + draft(Sample.committedMatter(anyone), "360426199102300071") + "</draft>");
        assertEquals("INVALID", text("kind", fault));
        assertEquals("applicant.idNumber", text("field", fault));
        assertTrue(fault.contains("1991-02-30"), fault);
    }

    @Test
    void withoutAPasswordNothingIsDone() {
        String fault = call(null, "getCase", "<number>61092626000000018</number>");
        assertEquals("UNAUTHENTICATED", text("kind", fault));
    }

    @Test
    void brokenAndHostileXmlIsRefused() {
        for (String xml : new String[] {
            "<a>",
            "not xml",
            "<!DOCTYPE a [<!ENTITY x \"boom\"><!ENTITY y \"&x;&x;&x;\">]><a>&y;</a>",
            envelope("", "<c:getCase><wrong/></c:getCase>"),
            envelope("", "<c:noSuchOperation/>")
        }) {
            String answer = post(xml);
            assertTrue(answer.contains("Fault"), answer);
            assertFalse(answer.contains("org.sanban"), answer);
        }
    }

    private void act(String login, String number, int version, String action, String answers) {
        String answer = call(
                login,
                "actOnCase",
                "<number>" + number + "</number><action><name>" + action + "</name><version>" + version + "</version>"
                        + answers + "</action>");
        assertEquals(Integer.toString(version + 1), text("version", answer), answer);
    }

    private static String answer(String name, String value) {
        return "<answer><name>" + name + "</name><value>" + value + "</value></answer>";
    }

    private static String draft(JsonNode matter, String idNumber) {
        return "<mode>window</mode><matter>" + matter.path("code").asText() + "</matter><site>" + Sample.SITE
                + "</site><applicant><kind>PERSON</kind><name>张𠮷示例</name><idNumber>" + idNumber
                + "</idNumber><phone>0915-8401234</phone></applicant>";
    }

    private String call(String login, String operation, String body) {
        String header = login == null
                ? ""
                : "<w:Security xmlns:w=\"" + WSSE + "\" s:mustUnderstand=\"1\"><w:UsernameToken><w:Username>" + login
                        + "</w:Username><w:Password>" + Distribution.get().password(login)
                        + "</w:Password></w:UsernameToken></w:Security>";
        return post(envelope(header, "<c:" + operation + ">" + body + "</c:" + operation + ">"));
    }

    private static String envelope(String header, String body) {
        return "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\" xmlns:c=\"urn:sanban:cases:1\">"
                + "<s:Header>" + header + "</s:Header><s:Body>" + body + "</s:Body></s:Envelope>";
    }

    private String post(String xml) {
        return anyone.post(
                        "/api/soap/Case",
                        xml.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                        "Content-Type",
                        "text/xml",
                        "SOAPAction",
                        "\"\"")
                .body();
    }

    private static String text(String element, String xml) {
        Matcher matcher = Pattern.compile("<(?:\\w+:)?" + element + ">([^<]*)<").matcher(xml);
        assertTrue(matcher.find(), element + " in " + xml);
        return matcher.group(1);
    }
}
