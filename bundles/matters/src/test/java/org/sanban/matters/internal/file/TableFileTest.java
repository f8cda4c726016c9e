// SPDX-License-Identifier: Apache-2.0
package org.sanban.matters.internal.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.sanban.api.problem.Problem;

class TableFileTest {
    private static final String SHEET_HEAD =
            "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>";

    @Test
    void utf16AndBrokenBytesAreRefused() {
        assertRefused("列".getBytes(StandardCharsets.UTF_16), Problem.Kind.INVALID);
        assertRefused(new byte[] {'a', (byte) 0xFF, (byte) 0xFF, 'b'}, Problem.Kind.INVALID);
    }

    @Test
    void anOldExcelFileIsRefusedWithAWayOut() {
        assertRefused(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0}, Problem.Kind.UNSUPPORTED_TYPE);
    }

    @Test
    void aQuoteThatIsNeverClosedIsNamedByItsLine() {
        try (Rows rows = TableFile.open("a,b\n1,2\n\"x,3\n".getBytes(StandardCharsets.UTF_8))) {
            assertEquals(List.of("a", "b"), rows.next().cells());
            assertEquals(2, rows.next().number());
            Problem problem = assertThrows(Problem.class, rows::next);
            assertEquals(
                    true,
                    problem.detail().zh().contains("第 3 行"),
                    problem.detail().zh());
        }
    }

    @Test
    void cellsOfEveryKindAreTexts() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "t", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("s");
            sheet.value(0, 0, " 文字𠮷 ");
            sheet.value(0, 1, 440118009000L);
            sheet.value(0, 2, 20.0);
            sheet.value(0, 4, true);
        }
        try (Rows rows = TableFile.open(out.toByteArray())) {
            assertEquals(
                    List.of(" 文字𠮷 ", "440118009000", "20", "", "TRUE"),
                    upper(rows.next().cells()));
            assertNull(rows.next());
        }
    }

    @Test
    void ofAFormulaTheKeptValueIsRead() throws IOException {
        byte[] book = book(
                SHEET_HEAD
                        + "<row r=\"1\"><c r=\"A1\" t=\"str\"><f>1+1</f><v>二</v></c><c r=\"B1\"><f>A1</f></c></row></sheetData></worksheet>");
        try (Rows rows = TableFile.open(book)) {
            assertEquals(List.of("二", ""), rows.next().cells());
        }
    }

    @Test
    void aFailedFormulaIsNamedByItsCell() throws IOException {
        byte[] book = book(SHEET_HEAD
                + "<row r=\"1\"><c r=\"A1\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c></row></sheetData></worksheet>");
        try (Rows rows = TableFile.open(book)) {
            Problem problem = assertThrows(Problem.class, rows::next);
            assertEquals(
                    true, problem.detail().zh().contains("A1"), problem.detail().zh());
        }
    }

    @Test
    void aFileThatUnpacksToFarTooMuchIsRefused() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            byte[] blanks = new byte[1024 * 1024];
            for (long n = 0; n <= XlsxRows.UNPACKED; n += blanks.length) {
                zip.write(blanks);
            }
        }
        assertRefused(out.toByteArray(), Problem.Kind.INVALID);
    }

    @Test
    void archivesThatAreNoWorkbooksAndHalvesOfThemAreRefused() throws IOException {
        byte[] whole = book(SHEET_HEAD + "</sheetData></worksheet>");
        assertNotNull(TableFile.open(whole));
        assertRefused(Arrays.copyOf(whole, whole.length / 2), Problem.Kind.INVALID);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            entry(zip, "readme.txt", "no workbook");
        }
        assertRefused(out.toByteArray(), Problem.Kind.INVALID);
    }

    @Test
    void entitiesOfADoctypeAreNotFollowed() throws IOException {
        byte[] book = book("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>" + SHEET_HEAD
                + "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>&e;</t></is></c></row></sheetData></worksheet>");
        try (Rows rows = TableFile.open(book)) {
            assertEquals(false, rows.next().cells().get(0).contains("root"));
        } catch (Problem refused) {
            assertEquals(Problem.Kind.INVALID, refused.kind());
        }
    }

    private static List<String> upper(List<String> cells) {
        return cells.stream()
                .map(cell -> cell.equalsIgnoreCase("true") ? "TRUE" : cell)
                .toList();
    }

    private static void assertRefused(byte[] bytes, Problem.Kind kind) {
        Problem problem = assertThrows(Problem.class, () -> TableFile.open(bytes));
        assertEquals(kind, problem.kind());
    }

    /** A workbook whose one sheet is this XML. */
    private static byte[] book(String sheet) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            entry(
                    zip,
                    "[Content_Types].xml",
                    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                            + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>");
            entry(
                    zip,
                    "xl/workbook.xml",
                    "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
                            + "<sheets><sheet name=\"s\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
            entry(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                            + "<Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
            entry(zip, "xl/worksheets/sheet1.xml", sheet);
        }
        return out.toByteArray();
    }

    private static void entry(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        OutputStream out = zip;
        out.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
