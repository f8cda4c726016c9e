// SPDX-License-Identifier: Apache-2.0
package org.sanban.itests;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** Asks over SOAP what was refused over REST: one door refuses what the other does, in the same words. */
final class Twin {
    private static final Map<Integer, String> KINDS =
            Map.of(400, "INVALID", 403, "FORBIDDEN", 404, "NOT_FOUND", 409, "CONFLICT");
    /** What has another name in XML. */
    private static final Map<String, String> NAMES = Map.of(
            "materials", "material",
            "attachments", "attachment",
            "bookings", "booking",
            "parts", "opening",
            "part", "endedPart");
    /** The order that the schema asks for. */
    private static final List<String> DRAFT =
            List.of("mode", "matter", "site", "applicant", "materials", "taken", "answers", "note", "number");

    private static final List<String> ACTION = List.of(
            "name",
            "version",
            "answers",
            "materials",
            "taken",
            "returned",
            "moved",
            "assignee",
            "bookings",
            "parts",
            "part",
            "note");
    private static final List<String> VALUES = List.of(
            "kind",
            "id",
            "code",
            "name",
            "idNumber",
            "phone",
            "address",
            "originals",
            "copies",
            "attachments",
            "photo",
            "where",
            "receivedBy",
            "resource",
            "from",
            "to",
            "travelMinutes",
            "place",
            "matter",
            "account");

    private Twin() {}

    /** Submits a case over REST; one that is refused over SOAP as well. */
    static Rest.Answer submit(Rest who, Map<String, Object> draft) {
        Rest.Answer answer = who.post("/cases", draft);
        if (refused(who, answer)) {
            agrees(answer, who.soap().call("submitCase", draft(draft)));
        }
        return answer;
    }

    /** Asks for a step again that was refused over REST. */
    static void refuses(Rest who, String number, Map<String, Object> action, Rest.Answer answer) {
        String body = "<number>" + number + "</number><action>" + action(action) + "</action>";
        agrees(answer, who.soap().call("actOnCase", body));
    }

    /** Whether an answer is a refusal that its caller can hear again over SOAP. */
    static boolean refused(Rest who, Rest.Answer answer) {
        return who.soap() != null && KINDS.containsKey(answer.status());
    }

    /** A draft as {@code submitCase} takes it. */
    static String draft(Map<String, Object> draft) {
        return "<draft>" + xml(DRAFT, Rest.JSON.valueToTree(draft)) + "</draft>";
    }

    /** What of an action is in a map, as {@code actOnCase} takes it. */
    static String action(Map<String, Object> action) {
        return xml(ACTION, Rest.JSON.valueToTree(action));
    }

    private static void agrees(Rest.Answer answer, Xml fault) {
        String said = fault.expectProblem(KINDS.get(answer.status()))
                .text("faultstring")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&amp;", "&");
        if (!said.equals(answer.detail())) {
            throw new AssertionError("REST says " + answer.detail() + ", SOAP " + said);
        }
    }

    private static String xml(List<String> order, JsonNode object) {
        StringBuilder xml = new StringBuilder();
        for (String name : order) {
            JsonNode value = object.path(name);
            xml.append(name.equals("answers") ? answers(value) : elements(NAMES.getOrDefault(name, name), value));
        }
        return xml.toString();
    }

    private static String answers(JsonNode answers) {
        StringBuilder xml = new StringBuilder();
        answers.properties().forEach(answer -> {
            String values = elements("value", answer.getValue());
            if (!values.isEmpty()) {
                xml.append("<answer><name>")
                        .append(answer.getKey())
                        .append("</name>")
                        .append(values)
                        .append("</answer>");
            }
        });
        return xml.toString();
    }

    private static String elements(String name, JsonNode value) {
        StringBuilder xml = new StringBuilder();
        if (value.isArray()) {
            value.forEach(one -> xml.append(elements(name, one)));
        } else if (!value.isNull() && !value.isMissingNode()) {
            String content = value.isObject() ? xml(VALUES, value) : escaped(value.asText());
            xml.append('<')
                    .append(name)
                    .append('>')
                    .append(content)
                    .append("</")
                    .append(name)
                    .append('>');
        }
        return xml.toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
