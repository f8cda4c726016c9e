// SPDX-License-Identifier: Apache-2.0
package org.sanban.matters.internal.file;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.sanban.api.problem.Problem;

/** A csv file in UTF-8, with or without a byte order mark, or in GB18030 as Chinese spreadsheets write it. */
final class CsvRows implements Rows {
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(false).get();

    private final CSVParser parser;
    private final Iterator<CSVRecord> records;

    private CsvRows(CSVParser parser) {
        this.parser = parser;
        this.records = parser.iterator();
    }

    static CsvRows open(byte[] bytes) {
        try {
            return new CsvRows(CSVParser.parse(new StringReader(text(bytes)), FORMAT));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Row next() {
        try {
            if (!records.hasNext()) {
                return null;
            }
            CSVRecord csv = records.next();
            return new Row((int) csv.getRecordNumber(), csv.toList());
        } catch (UncheckedIOException | IllegalStateException e) {
            throw Problem.invalid(TableFile.FIELD, TableFile.TEXTS.get("csv", parser.getRecordNumber() + 1));
        }
    }

    @Override
    public void close() {
        try {
            parser.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(byte[] bytes) {
        if (TableFile.startsWith(bytes, 0xFF, 0xFE) || TableFile.startsWith(bytes, 0xFE, 0xFF)) {
            throw Problem.invalid(TableFile.FIELD, TableFile.TEXTS.get("charset"));
        }
        int start = TableFile.startsWith(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0;
        try {
            return decode(bytes, start, StandardCharsets.UTF_8);
        } catch (CharacterCodingException notUtf8) {
            try {
                return decode(bytes, 0, Charset.forName("GB18030"));
            } catch (CharacterCodingException neither) {
                throw Problem.invalid(TableFile.FIELD, TableFile.TEXTS.get("charset"));
            }
        }
    }

    private static String decode(byte[] bytes, int start, Charset charset) throws CharacterCodingException {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes, start, bytes.length - start))
                .toString();
    }
}
