// SPDX-License-Identifier: Apache-2.0
package org.sanban.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a county's administrator gains: a catalogue is checked line by line, and written whole or not at all. */
@ExtendWith(Distribution.class)
class CatalogueIT {
    private static final String FIRST = "511Z07001085-511602000000-000-11511301008778183N-1-00";
    private static final String SECOND = "511Z07001084-511602000000-000-11511301008778183N-1-00";
    private static final List<String> HEAD = List.of("部门", "事项名称", "编码", "事项类型", "行使层级", "承诺时限");
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Sanban sanban = Distribution.get();
    private final Rest admin = sanban.as("sample-admin");

    @AfterEach
    void takeBack() {
        admin.post("/matters/" + FIRST + "/withdrawal", "");
        admin.post("/matters/" + SECOND + "/withdrawal", "");
    }

    @Test
    void aSpreadsheetWithWrongLinesIsReportedAndNothingOfItIsWritten() throws IOException {
        JsonNode report = load(
                true,
                List.of("示例局", "导入示例一", FIRST, "20", "5", "5"),
                List.of("示例局", "坏编码", "!!", "20", "5", "5"),
                List.of("示例局", "重复", FIRST, "20", "5", "5"),
                List.of("示例局", "层级不对", SECOND, "20", "乡", "5"));
        assertFalse(report.path("applied").asBoolean());
        assertEquals(3, report.path("errors").asInt(), report.toString());
        assertLine(report, 3, "编码");
        assertLine(report, 4, "第 2 行");
        assertLine(report, 5, "行使层级");
        admin.get("/matters/" + FIRST).expect(404);
    }

    @Test
    void whatWouldChangeIsToldBeforeItIsWritten() throws IOException {
        List<String> second = List.of("示例局", "导入示例二", SECOND, "20", "4、6", "5");
        assertEquals(1, load(false, second).path("created").asInt());
        admin.get("/matters/" + SECOND).expect(404);
        assertTrue(load(true, second).path("applied").asBoolean());
        JsonNode there = admin.get("/matters/" + SECOND).expect(200).json();
        assertEquals(5, there.at("/guide/committedDays").asInt());
        assertTrue(there.path("sample").asBoolean());
        assertEquals(1, load(true, second).path("unchanged").asInt());

        String csv = String.join(",", HEAD) + "\n示例局,导入示例二," + SECOND + ",20,4、6,3\n";
        JsonNode change = sent("清单.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8), false);
        assertEquals(1, change.path("changed").asInt(), change.toString());
        assertLine(change, 2, "承诺时限");
        assertEquals(
                1, admin.get("/matters/" + SECOND).json().at("/guide/version").asInt());
    }

    @Test
    void onlyTheCountysAdministratorsImport() {
        Rest clerk = sanban.as("chengguan-clerk");
        clerk.post("/matters/imports?file=a.csv", new byte[0], "Content-Type", "text/csv")
                .expect(403);
    }

    private JsonNode load(boolean apply, List<?>... rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "it", null)) {
            Worksheet sheet = book.newWorksheet("清单");
            for (int column = 0; column < HEAD.size(); column++) {
                sheet.value(0, column, HEAD.get(column));
                for (int row = 0; row < rows.length; row++) {
                    sheet.value(row + 1, column, rows[row].get(column).toString());
                }
            }
        }
        return sent("list.xlsx", XLSX, out.toByteArray(), apply);
    }

    private JsonNode sent(String file, String type, byte[] content, boolean apply) {
        String name = java.net.URLEncoder.encode(file, StandardCharsets.UTF_8);
        return admin.post(
                        "/matters/imports?sample=true&source=IT&file=" + name + "&apply=" + apply,
                        content,
                        "Content-Type",
                        type)
                .expect(200)
                .json();
    }

    private static void assertLine(JsonNode report, int number, String words) {
        for (JsonNode line : report.path("lines")) {
            if (line.path("number").asInt() == number) {
                assertTrue(line.path("message").asText().contains(words), line.toString());
                return;
            }
        }
        throw new AssertionError("nothing of line " + number + " in " + report);
    }
}
