// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.province.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sanban.api.identity.Applicant;
import org.sanban.api.test.Samples;

class CodesTest {
    private final Codes codes = new Codes(Codes.pairs(Configured.CODES));

    /** A.6 counts 即办件 1, 承诺件 2; the interface for ratings counts them the other way round. */
    @ParameterizedTest
    @CsvSource({
        "project_type, immediate, 1",
        "project_type, committed, 2",
        "special_type, extension, 1",
        "special_type, other, 2",
        "applyer_type, person, 1",
        "applyer_type, enterprise, 2",
        "applyer_type, institution, 3",
        "applyer_type, society, 4",
        "applyer_type, agency, 5",
        "applyer_type, other, 6"
    })
    void whatTheStandardPublishesIsKnown(String column, String word, String code) {
        assertEquals(Optional.of(code), new Codes(Map.of()).code(column, word));
    }

    @Test
    void whatNobodyPublishedIsAskedForAndNeverGuessed() {
        List<String> missing = new Codes(Map.of()).missing();
        assertTrue(missing.contains("event_name.accepted"), missing.toString());
        assertTrue(missing.contains("result_type.denied"), missing.toString());
        assertTrue(missing.contains("applyer_page_type.person"), missing.toString());
        assertEquals(Optional.empty(), new Codes(Map.of()).code("event_name", "accepted"));
        assertEquals(List.of(), codes.missing());
    }

    @Test
    void aConfiguredCodeGoesBeforeTheStandardsAndAColumnsOwnStandsForAllItsWords() {
        Codes other = new Codes(Codes.pairs("project_type.immediate = 7, get_type=1"));
        assertEquals(Optional.of("7"), other.code("project_type", "immediate"));
        assertEquals(Optional.of("2"), other.code("project_type", "committed"));
        assertEquals(Optional.of("1"), other.code("get_type", "copy"));
        assertThrows(IllegalArgumentException.class, () -> Codes.pairs("a=1, b"));
    }

    @Test
    void anOrganisationIsToldByItsCreditCode() {
        assertEquals("person", Codes.word(Samples.person()));
        assertEquals("enterprise", Codes.word(Samples.organization()));
        assertEquals("agency", Codes.word(organization("11610926016049999X")));
        assertEquals("institution", Codes.word(organization("12610926016049999X")));
        assertEquals("society", Codes.word(organization("51610926016049999X")));
        assertEquals("other", Codes.word(organization("Y1610926016049999X")));
    }

    private static Applicant organization(String code) {
        return new Applicant(Applicant.Kind.ORGANIZATION, "示例", code, "0915-8400000", null);
    }

    @Test
    void aMattersCodesAreCutFromItsOwn() {
        Tasks tasks = new Tasks(Codes.pairs("511A0138000000=442009006000|T1|I1"));
        assertEquals(new Tasks.Task("442009006000", "T1", "I1"), tasks.of("511A0138000000"));
        assertEquals("511A0138000000", tasks.matter("I1"));
        assertEquals(new Tasks.Task("440118009000", FakeCases.MATTER, null), tasks.of(FakeCases.MATTER));
        assertEquals(
                new Tasks.Task("440118009000", FakeCases.MATTER, FakeCases.MATTER + "01"),
                tasks.of(FakeCases.MATTER + "01"));
        assertEquals(new Tasks.Task("440118009000", null, null), tasks.of("440118009000"));
        assertEquals(new Tasks.Task(null, null, null), tasks.of("m"));
    }

    @Test
    void pausesGrowToTenMinutesAndWhatIsAskedForIsKeptTo() {
        long[] now = {0};
        Pause pause = new Pause(() -> now[0], () -> 1);
        assertEquals(Duration.ZERO, pause.left());
        assertEquals(Duration.ofSeconds(2), pause.begin(null));
        assertEquals(Duration.ofSeconds(4), pause.begin(null));
        for (int i = 0; i < 10; i++) {
            pause.begin(null);
        }
        assertEquals(Duration.ofMinutes(10), pause.begin(null));
        assertEquals(Duration.ofSeconds(7), pause.begin(Duration.ofSeconds(7)));
        assertEquals(Duration.ofHours(1), pause.begin(Duration.ofDays(1)));
        now[0] = Duration.ofMinutes(59).toNanos();
        assertEquals(Duration.ofMinutes(1), pause.left());
        pause.end();
        assertEquals(Duration.ZERO, pause.left());
        assertEquals(Duration.ofSeconds(1), new Pause(() -> 0, () -> 0).begin(null), "drawn from the upper half");
    }
}
