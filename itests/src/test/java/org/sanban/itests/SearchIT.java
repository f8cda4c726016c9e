// SPDX-License-Identifier: Apache-2.0
package org.sanban.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a clerk gains: cases are found by whose they are, where, how far, in which mode, how urgent and when. */
@ExtendWith(Distribution.class)
class SearchIT {
    /** Nobody else's in these tests. */
    private static final String ID = "360426198803051236";

    private final Sanban sanban = Distribution.get();
    private final Rest clerk = sanban.as("chengguan-clerk");
    private final Soap soap = sanban.soapAs("chengguan-clerk");
    private final JsonNode matter = Sample.committedMatter(clerk);
    private Instant before;
    private Instant between;
    private Instant after;
    private String waiting;
    private String accepted;
    private String light;

    /** One that is submitted, then one that is accepted. */
    @BeforeEach
    void submit() {
        before = Instant.now();
        waiting = submit(List.of());
        between = Instant.now();
        accepted = submit(Sample.complete(matter));
        clerk.act(accepted, 1, "accept", Map.of()).expect(200);
        after = Instant.now();
        light = clerk.get("/cases/" + accepted)
                .expect(200)
                .json()
                .at("/due/light")
                .asText();
    }

    @Test
    void overRestEachPartOfAQuestionNarrows() {
        String mine = "from=" + before + "&idNumber=" + ID;
        assertEquals(List.of(accepted, waiting), found(mine), "newest first");
        assertEquals(List.of(), found("from=" + before + "&idNumber=" + Sample.ID));
        assertEquals(List.of(accepted), found(mine + "&stage=accepted"));
        assertEquals(List.of(waiting), found(mine + "&stage=submitted"));
        assertEquals(List.of(accepted), found(mine + "&light=" + light));
        assertEquals(List.of(), found(mine + "&light=OVERDUE"));
        assertEquals(2, found(mine + "&mode=window&status=open").size());
        assertEquals(List.of(), found(mine + "&mode=onsite"));
        assertEquals(2, found(mine + "&site=" + Sample.SITE).size());
        assertEquals(List.of(), found(mine + "&site=610926100000-02"));
        assertEquals(List.of(waiting), found(mine + "&to=" + between));
        assertEquals(List.of(accepted), found("idNumber=" + ID + "&from=" + between));
        assertEquals(List.of(), found("idNumber=" + ID + "&from=" + after));
        assertEquals(
                accepted, clerk.get("/cases/" + accepted).json().path("number").asText());
        for (String wrong : List.of("from=yesterday", "light=purple", "status=gone")) {
            String field = wrong.replaceAll("=.*", "");
            assertEquals(
                    field,
                    clerk.get("/cases?" + wrong)
                            .expect(400)
                            .json()
                            .at("/violations/0/field")
                            .asText());
        }
    }

    @Test
    void overSoapTheSameQuestionsAreAnswered() {
        String mine = "<idNumber>" + ID + "</idNumber>";
        String since = "<from>" + before + "</from>";
        assertEquals(List.of(accepted, waiting), listed(mine + since));
        assertEquals(List.of(accepted), listed(mine + "<stage>accepted</stage>" + since));
        assertEquals(List.of(accepted), listed(mine + "<light>" + light + "</light>" + since));
        assertEquals(List.of(), listed(mine + "<mode>onsite</mode>" + since));
        assertEquals(List.of(waiting), listed(mine + since + "<to>" + between + "</to>"));
        assertEquals(List.of(), listed("<site>610926100000-02</site>" + mine + since));
        Xml page = list(mine + since + "<limit>1</limit>");
        assertEquals(accepted, page.text("number"));
        assertEquals(
                waiting,
                list(mine + since + "<after>" + page.text("next") + "</after>").text("number"));
        list("<from>yesterday</from>").expectFault();
        list("<light>PURPLE</light>").expectFault();
        assertTrue(soap.call("listSteps", "<number>" + waiting + "</number>").contains("<action>accept</action>"));
    }

    private String submit(List<Map<String, Object>> materials) {
        Map<String, Object> applicant = new HashMap<>(Sample.applicant());
        applicant.put("idNumber", ID);
        Map<String, Object> draft = new HashMap<>(Sample.draft(matter));
        draft.put("applicant", applicant);
        draft.put("materials", materials);
        return clerk.post("/cases", draft).expect(201).json().path("number").asText();
    }

    private List<String> found(String query) {
        return clerk.get("/cases?" + query).expect(200).json().path("items").findValuesAsText("number");
    }

    private Xml list(String query) {
        return soap.call("listCases", "<query>" + query + "</query>");
    }

    private List<String> listed(String query) {
        return list(query).texts("number");
    }
}
