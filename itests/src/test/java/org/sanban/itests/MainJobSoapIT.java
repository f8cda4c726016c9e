// SPDX-License-Identifier: Apache-2.0
package org.sanban.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
    void aCaseGoesFromSubmittingToTheHandingOver() {
        String number = clerk.call("submitCase", "<draft>" + draft(Sample.ID) + "</draft>")
                .text("number");
        Xml early = acted(clerk, number, 1, "accept", "").expectProblem("CONFLICT");
        List<String> missing = Sample.required(matter);
        String asked =
                missing.stream().map(code -> "<value>" + code + "</value>").collect(Collectors.joining());
        String notice = "<answer><name>missing</name>" + asked + "</answer>" + answer("reason", "请补齐");
        act(clerk, number, 1, "request-correction", notice);
        assertEquals(missing.size(), follow(number).answer().body().split("<(?:\\w+:)?missing>").length - 1);
        assertTrue(early.contains(follow(number).text("missing")), early.toString());
        act(clerk, number, 2, "correct", materials());
        act(clerk, number, 3, "accept", "");
        assertEquals("审批部门", follow(number).text("holder"));
        act(officer, number, 4, "decide", answer("outcome", "approved") + answer("result", "准予办理，请张𠮷领取"));
        act(clerk, number, 5, "deliver", answer("receivedBy", "张示例"));
        Xml progress = follow(number);
        assertEquals("DONE", progress.text("status"));
        assertTrue(progress.contains("准予办理，请张𠮷领取"), progress.toString());
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
    void withoutTheRightPasswordNothingIsDone() {
        String question = "<number>61092626000000018</number>";
        anyone.call("getCase", question).expectProblem("UNAUTHENTICATED");
        new Soap(sanban.anyone(), "chengguan-clerk", "wrong")
                .call("getCase", question)
                .expectProblem("UNAUTHENTICATED");
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
        return "<mode>window</mode><matter>" + matter.path("code").asText() + "</matter><site>" + Sample.SITE
                + "</site><applicant><kind>PERSON</kind><name>张𠮷示例</name><idNumber>" + idNumber
                + "</idNumber><phone>0915-8401234</phone></applicant>";
    }
}
