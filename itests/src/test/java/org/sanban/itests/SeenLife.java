// SPDX-License-Identifier: Apache-2.0
package org.sanban.itests;

import com.fasterxml.jackson.databind.JsonNode;

/** A case as a test goes through it and looks at it: as its clerks see it, and as its applicant does. */
class SeenLife extends CaseLife {
    private final Rest clerk;
    private final Rest anyone;

    SeenLife(String number, Rest clerk, Rest anyone) {
        super(number);
        this.clerk = clerk;
        this.anyone = anyone;
    }

    JsonNode state() {
        return clerk.get("/cases/" + number).expect(200).json();
    }

    JsonNode progress() {
        return anyone.get("/progress/" + number + "?phone=1234").expect(200).json();
    }
}
