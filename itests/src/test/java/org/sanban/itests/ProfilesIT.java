// SPDX-License-Identifier: Apache-2.0
package org.sanban.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
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
    void aDistributionServesWhatItHasAndNamesWhatItHasNot(String profile, String has, String hasNot)
            throws IOException {
        assertEquals(inTar(profile), inZip(profile));
        Sanban sanban = Sanban.start(profile, profile);
        try {
            List<String> modes = List.of(has.split(" "));
            assertEquals(modes, offered(sanban));
            ShortLife life = new ShortLife(sanban);
            modes.forEach(mode -> assertEquals("DONE", life.through(mode), mode));
            Stream.of(hasNot.split(" ")).forEach(mode -> isNamed(sanban, mode));

            comesAlone(sanban);
            assertEquals("", sanban.trouble());
            isRefusedWithAllItsFaults(sanban);
        } finally {
            sanban.stop();
        }
    }

    /** A township's list is a file of its own; building takes minutes. */
    @Tag("long")
    @Test
    void aTownshipsOwnListIsADistribution() throws IOException {
        Path root = Path.of(System.getProperty("sanban.root"));
        Sanban.Said unknown = Sanban.run(root, Map.of(), "./run", "nowhere");
        assertTrue(unknown.code() != 0 && unknown.out().contains(" example"), unknown.out());
        String build = "./mvnw -o -q -B -ntp -DskipTests -Dtownship=example -pl karaf-assembly/township -am package";
        Sanban.Said built = Sanban.run(root, Map.of(), "/bin/sh", "-c", build);
        assertEquals(0, built.code(), built.out());
        assertEquals(inTar("example"), inZip("example"));
        Sanban sanban = Sanban.start("township", "example");
        try {
            assertEquals(List.of("window"), offered(sanban));
            assertEquals("DONE", new ShortLife(sanban).through("window"));
            isNamed(sanban, "proxy");
            assertEquals("", sanban.trouble());
        } finally {
            sanban.stop();
        }
    }

    /** From its archive, after it was told what comes and what that needs; nothing else is installed or started. */
    private static void comesAlone(Sanban sanban) {
        String feature = Modes.feature(POSTAL);
        List<String> before = bundles(sanban);
        String told = sanban.done("sanban:module-install " + new Archive(feature).file());
        int done = told.indexOf("已安装 " + feature);
        for (String part : List.of("org.sanban.mode-postal 0", "sanban-mode-proxy (已有)", "在办办件")) {
            int at = told.indexOf(part);
            assertTrue(at >= 0 && at < done, part + " in " + told);
        }
        List<String> after = bundles(sanban);
        assertTrue(after.remove("org.sanban.mode-postal"), after.toString());
        assertEquals(before, after);
        Rest clerk = sanban.as("chengguan-clerk");
        clerk.post("/cases", Modes.draft(clerk, POSTAL)).expect(201);
        String needed = sanban.done("sanban:module-preview sanban-mode-proxy");
        assertTrue(needed.contains(feature), needed);
    }

    /** A workflow that cannot work: whoever asks for the mode reads all that is wrong with it, as the log has it. */
    private static void isRefusedWithAllItsFaults(Sanban sanban) throws IOException {
        Rest clerk = sanban.as("chengguan-clerk");
        Map<String, Object> draft = new HashMap<>(Modes.draft(clerk, "window"));
        draft.put("mode", "faulty");
        ProbeJar.dropFaulty(sanban.home().resolve("deploy"));
        List<String> faults = List.of(
                "no step leads to stage island", "step look names no role", "the limit of stage start has no unit");
        Await.until(Duration.ofSeconds(60), "it is refused", () -> {
            String told = clerk.post("/cases", draft).expect(404).detail();
            return faults.stream().allMatch(told::contains);
        });
        Xml fault = sanban.soapAs("chengguan-clerk")
                .call("submitCase", Modes.xmlDraft(clerk, "window").replace("<mode>window", "<mode>faulty"))
                .expectProblem("NOT_FOUND");
        faults.forEach(one -> assertTrue(fault.contains(one), fault.toString()));
        assertTrue(sanban.log().contains("mode faulty is not offered: "));
    }

    /** Symbolic names of what is installed, in order. */
    private static List<String> bundles(Sanban sanban) {
        return sanban.done("bundle:list -t 0 -s --no-format")
                .lines()
                .map(line -> line.substring(line.lastIndexOf('\t') + 1).strip())
                .sorted()
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static Set<String> inTar(String profile) {
        Path tar = Sanban.archive(profile, ".tar.gz");
        return Sanban.run(tar.getParent(), Map.of(), "tar", "-tzf", tar.toString())
                .out()
                .lines()
                .filter(file -> !file.endsWith("/"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> inZip(String profile) throws IOException {
        try (ZipFile zip = new ZipFile(Sanban.archive(profile, ".zip").toFile())) {
            return zip.stream()
                    .filter(entry -> !entry.isDirectory())
                    .map(ZipEntry::getName)
                    .collect(Collectors.toCollection(TreeSet::new));
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
