// SPDX-License-Identifier: Apache-2.0
package org.sanban.itests;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** A clerk and an officer who work cases at the window, one after the other: each call is the next step of the case in hand. */
final class WindowWork implements Supplier<Rest.Answer> {
    private final Rest clerk;
    private final Rest officer;
    private final Map<String, Object> draft;
    private CaseLife life;

    WindowWork(Rest clerk, Rest officer, JsonNode matter) {
        this.clerk = clerk;
        this.officer = officer;
        this.draft = new HashMap<>(Sample.draft(matter));
        draft.put("materials", Sample.complete(matter));
    }

    @Override
    public Rest.Answer get() {
        if (life == null) {
            Rest.Answer submitted = clerk.post("/cases", draft);
            life = submitted.status() == 201
                    ? new CaseLife(submitted.json().path("number").asText())
                    : null;
            return submitted;
        }
        Rest.Answer answer =
                switch (life.version) {
                    case 1 -> life.does(clerk, "accept", Map.of());
                    case 2 -> life.answers(officer, "decide", Map.of("outcome", "approved", "result", "准予办理"));
                    default -> life.answers(clerk, "deliver", Map.of("receivedBy", "张示例"));
                };
        if (life.version == 4) {
            life = null;
        }
        return answer;
    }
}
