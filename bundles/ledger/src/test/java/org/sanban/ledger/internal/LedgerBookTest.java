// SPDX-License-Identifier: Apache-2.0
package org.sanban.ledger.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sanban.api.print.Sheet;
import org.sanban.api.registry.Site;

class LedgerBookTest {
    private static final Site RARE =
            new Site(Samples.TOWN + "-02", Samples.TOWN, Site.Kind.CENTRE, "𠮷=SUM(A1)中心", null, "1", true);

    @TempDir
    Path folder;

    @Test
    void aSpreadsheetHasALineForEachSite() throws IOException {
        Path file = folder.resolve("ledgers.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                LedgerBook book = new LedgerBook(out)) {
            for (Site site : new Site[] {Samples.CENTRE, RARE, Samples.HALL}) {
                Snapshot snapshot = Samples.bare(site, Samples.hall(site.code(), "86.5"));
                book.add(snapshot, Checks.of(snapshot));
            }
        }
        Map<String, String> parts = unzip(file);
        String sheet = parts.get("xl/worksheets/sheet1.xml");
        assertEquals(4, sheet.split("<row ", -1).length - 1);
        assertTrue(sheet.contains("86.5"));
        String texts = Pattern.compile("&#x([0-9a-f]+);")
                .matcher(parts.get("xl/sharedStrings.xml"))
                .replaceAll(match -> Character.toString(Integer.parseInt(match.group(1), 16)));
        assertTrue(texts.contains("大厅面积（平方米）") && texts.contains("𠮷=SUM(A1)中心"), "text, never a formula");
    }

    @Test
    void aPaperIsCutShortToStayOnOnePage() {
        String longName = "示".repeat(400);
        Site site = new Site(Samples.TOWN + "-03", Samples.TOWN, Site.Kind.CENTRE, "中心", longName, "1", true);
        Snapshot snapshot = Samples.bare(site, Ledger.none(site.code()));
        Sheet sheet = LedgerSheet.of(snapshot, Checks.of(snapshot));
        sheet.sections().stream()
                .flatMap(section -> section.rows().stream())
                .forEach(row -> assertTrue(row.value().length() <= 68, row.toString()));
        assertTrue(sheet.sample());
    }

    private static Map<String, String> unzip(Path file) throws IOException {
        Map<String, String> parts = new HashMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                parts.put(
                        entry.getName(), new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return parts;
    }
}
