// SPDX-License-Identifier: Apache-2.0
package org.sanban.bench;

import java.io.IOException;

/** What is loaded: the distribution, or the limit with the same commands. For threads to share. */
interface Door {
    int port();

    /** Submits a case under an idempotency key and returns its number; it is at version 1 then. */
    String submit(Http http, String key) throws IOException;

    /** Does a step of a case at {@code version}. */
    void act(Http http, String number, int version, Step step) throws IOException;

    /** Reads a case and checks that it is the one. */
    void read(Http http, String number) throws IOException;

    /** A step, as the API names it and as it leaves the case. */
    enum Step {
        NOTE("note", "submitted", "\"note\":\"申请人来电询问进度，已答复\""),
        ACCEPT("accept", "accepted", "\"answers\":{}"),
        DECIDE("decide", "decided", "\"answers\":{\"outcome\":\"approved\",\"result\":\"准予办理\"}"),
        DELIVER("deliver", "delivered", "\"answers\":{\"receivedBy\":\"张示例\"}");

        final String action;
        final String stage;
        private final String rest;

        Step(String action, String stage, String rest) {
            this.action = action;
            this.stage = stage;
            this.rest = rest;
        }

        /** The request's body. */
        String body(int version) {
            return "{\"name\":\"" + action + "\",\"version\":" + version + "," + rest + "}";
        }
    }
}
