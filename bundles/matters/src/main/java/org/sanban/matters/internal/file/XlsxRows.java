// SPDX-License-Identifier: Apache-2.0
package org.sanban.matters.internal.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.sanban.api.problem.Problem;

/**
 * The first sheet of an xlsx file. Of a formula only the value that the file keeps is read. A file that would unpack to
 * far more than it weighs is refused before it is read.
 */
final class XlsxRows implements Rows {
    /** Most bytes that a file may unpack to. */
    static final long UNPACKED = 100L * 1024 * 1024;

    /** What a spreadsheet keeps as the value of a formula that failed. */
    private static final Set<String> ERRORS =
            Set.of("#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!");

    private static final long SHARED_TEXTS = 40L * 1024 * 1024;
    private static final int PARTS = 1000;
    private static final int COLUMNS = 200;

    private final ReadableWorkbook workbook;
    private final Stream<org.dhatim.fastexcel.reader.Row> stream;
    private final Iterator<org.dhatim.fastexcel.reader.Row> rows;
    private int last;

    private XlsxRows(ReadableWorkbook workbook) throws IOException {
        this.workbook = workbook;
        this.stream = workbook.getFirstSheet().openStream();
        this.rows = stream.iterator();
    }

    static XlsxRows open(byte[] bytes) {
        try {
            checkSize(bytes);
            return new XlsxRows(new ReadableWorkbook(new ByteArrayInputStream(bytes)));
        } catch (IOException | ExcelReaderException | IllegalArgumentException | IllegalStateException e) {
            throw broken(0);
        }
    }

    @Override
    public Row next() {
        try {
            if (!rows.hasNext()) {
                return null;
            }
            org.dhatim.fastexcel.reader.Row row = rows.next();
            last = row.getRowNum();
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < Math.min(row.getCellCount(), COLUMNS); i++) {
                cells.add(row.getOptionalCell(i).map(XlsxRows::text).orElse(""));
            }
            return new Row(last, cells);
        } catch (Problem e) {
            throw e;
        } catch (RuntimeException e) {
            throw broken(last + 1);
        }
    }

    @Override
    public void close() {
        stream.close();
        try {
            workbook.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Cell cell) {
        if (cell.getType() == CellType.ERROR || ERRORS.contains(String.valueOf(cell.getRawValue()))) {
            throw Problem.invalid(
                    TableFile.FIELD,
                    TableFile.TEXTS.get("cell.error", cell.getAddress().toString(), cell.getRawValue()));
        }
        if (cell.getType() == CellType.NUMBER && cell.getValue() instanceof BigDecimal number) {
            return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        }
        String text = cell.getType() == CellType.FORMULA ? cell.getRawValue() : cell.getText();
        return text == null ? "" : text;
    }

    private static void checkSize(byte[] bytes) throws IOException {
        try (ZipFile zip = ZipFile.builder().setByteArray(bytes).get()) {
            List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
            if (entries.size() > PARTS) {
                throw Problem.invalid(TableFile.FIELD, TableFile.TEXTS.get("xlsx.unpacked"));
            }
            long left = UNPACKED;
            for (ZipArchiveEntry entry : entries) {
                try (InputStream in = zip.getInputStream(entry)) {
                    long limit = entry.getName().endsWith("sharedStrings.xml") ? Math.min(left, SHARED_TEXTS) : left;
                    left -= unpacked(in, limit);
                }
            }
        }
    }

    private static long unpacked(InputStream in, long limit) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        long total = 0;
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            total += n;
            if (total > limit) {
                throw Problem.invalid(TableFile.FIELD, TableFile.TEXTS.get("xlsx.unpacked"));
            }
        }
        return total;
    }

    private static Problem broken(int line) {
        return Problem.invalid(TableFile.FIELD, TableFile.TEXTS.get("xlsx", line));
    }
}
