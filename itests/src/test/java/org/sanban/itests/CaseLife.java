// SPDX-License-Identifier: Apache-2.0
package org.sanban.itests;

import java.util.HashMap;
import java.util.Map;

/** A case as a test goes through it over REST, and what is refused over SOAP as well; it knows the version it has reached. */
class CaseLife {
    final String number;
    int version = 1;

    CaseLife(String number) {
        this.number = number;
    }

    Rest.Answer does(Rest who, String action, Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(more);
        body.put("name", action);
        body.put("version", version);
        Rest.Answer answer = who.post("/cases/" + number + "/actions", body);
        version += answer.status() == 200 ? 1 : 0;
        if (Twin.refused(who, answer)) {
            Twin.refuses(who, number, body, answer);
        }
        return answer;
    }

    Rest.Answer answers(Rest who, String action, Map<String, Object> answers) {
        return does(who, action, Map.of("answers", answers));
    }
}
