// SPDX-License-Identifier: Apache-2.0
package org.sanban.itests;

import java.util.List;
import java.util.regex.Pattern;

/** An answer in XML. */
record Xml(Rest.Answer answer) {
    /** Text of the first element of a name. */
    String text(String element) {
        List<String> all = texts(element);
        if (all.isEmpty()) {
            throw new AssertionError("no " + element + " in " + answer.body());
        }
        return all.get(0);
    }

    /** Texts of all elements of a name, in their order. */
    List<String> texts(String element) {
        return Pattern.compile("<(?:\\w+:)?" + element + ">([^<]*)<")
                .matcher(answer.body())
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    /** This answer, when it is a fault that shows nothing internal. */
    Xml expectFault() {
        String body = answer.body();
        if (!body.contains("Fault>") || body.contains("org.sanban") || body.contains("Exception")) {
            throw new AssertionError("no clean fault: " + answer.status() + " " + body);
        }
        return this;
    }

    /** This answer, when it is a fault of a kind. */
    Xml expectProblem(String kind) {
        if (!expectFault().text("kind").equals(kind)) {
            throw new AssertionError("no " + kind + ": " + answer.body());
        }
        return this;
    }

    boolean contains(String text) {
        return answer.body().contains(text);
    }

    @Override
    public String toString() {
        return answer.body();
    }
}
