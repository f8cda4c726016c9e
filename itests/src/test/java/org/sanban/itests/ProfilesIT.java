// SPDX-License-Identifier: Apache-2.0
package org.sanban.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a township gains that takes the distribution made for it: it serves what it has, and says what it has not. */
@Execution(ExecutionMode.CONCURRENT)
class ProfilesIT {
    private static final String POSTAL = "postal";

    @ParameterizedTest
    @CsvSource({
        "town, mobile onsite proxy window, postal",
        "basic, proxy window, onsite postal",
        "village, proxy window, onsite postal"
    })
    void aDistributionServesWhatItHasAndNamesWhatItHasNot(String profile, String has, String hasNot) {
        Sanban sanban = Sanban.start(profile, profile);
        try {
            List<String> modes = List.of(has.split(" "));
            assertEquals(modes, offered(sanban));
            ShortLife life = new ShortLife(sanban);
            modes.forEach(mode -> assertEquals("DONE", life.through(mode), mode));
            Stream.of(hasNot.split(" ")).forEach(mode -> isNamed(sanban, mode));

            sanban.done("sanban:module-install " + new Archive(Modes.feature(POSTAL)).file());
            Rest clerk = sanban.as("chengguan-clerk");
            clerk.post("/cases", Modes.draft(clerk, POSTAL)).expect(201);
            assertEquals("", sanban.trouble());
        } finally {
            sanban.stop();
        }
    }

    /** Over REST, SOAP and in the shell, which says it once. */
    private static void isNamed(Sanban sanban, String mode) {
        String feature = Modes.feature(mode);
        Rest clerk = sanban.as("chengguan-clerk");
        String told = clerk.post("/cases", Modes.draft(clerk, mode)).expect(404).detail();
        assertTrue(told.contains(feature), told);
        Xml fault = sanban.soapAs("chengguan-clerk")
                .call("submitCase", Modes.xmlDraft(clerk, mode))
                .expectProblem("NOT_FOUND");
        assertTrue(fault.text("faultstring").contains(feature), fault.toString());
        Sanban.Said said = sanban.shell("sanban:module-install " + feature);
        assertEquals(1, said.code(), said.out());
        List<String> lines = said.out().lines().filter(line -> !line.isBlank()).toList();
        String why = lines.get(lines.size() - 1);
        assertTrue(why.contains(feature), said.out());
        assertEquals(1, lines.stream().filter(why::equals).count(), said.out());
    }

    private static List<String> offered(Sanban sanban) {
        return sanban.anyone().get("/modes").expect(200).json().findValuesAsText("mode").stream()
                .sorted()
                .toList();
    }
}
