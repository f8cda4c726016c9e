// SPDX-License-Identifier: Apache-2.0
package org.sanban.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A case as a test goes through it over SOAP; it knows the version it has reached. */
final class SoapLife {
    final String number;
    private int version = 1;

    private SoapLife(String number) {
        this.number = number;
    }

    static SoapLife submitted(Soap who, String draft) {
        return new SoapLife(who.call("submitCase", draft).text("number"));
    }

    /** Does a step that must be done. */
    void does(Soap who, String action, String... more) {
        version++;
        assertEquals(
                Integer.toString(version), ask(who, action, version - 1, more).text("version"));
    }

    /** Tries a step that must be refused. */
    Xml refused(String kind, Soap who, String action, String... more) {
        return ask(who, action, version, more).expectProblem(kind);
    }

    static String answer(String name, String... values) {
        return "<answer><name>" + name + "</name>"
                + Stream.of(values).map(value -> "<value>" + value + "</value>").collect(Collectors.joining())
                + "</answer>";
    }

    static String answer(String name, List<String> values) {
        return answer(name, values.toArray(String[]::new));
    }

    private Xml ask(Soap who, String action, int seen, String... more) {
        return who.call(
                "actOnCase",
                "<number>" + number + "</number><action><name>" + action + "</name><version>" + seen + "</version>"
                        + String.join("", more) + "</action>");
    }
}
