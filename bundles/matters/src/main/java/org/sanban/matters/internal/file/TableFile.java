// SPDX-License-Identifier: Apache-2.0
package org.sanban.matters.internal.file;

import java.io.IOException;
import java.io.InputStream;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;

/** Opens a table by what its content is, whatever its name says: xlsx, or csv in UTF-8 or GB18030. */
public final class TableFile {
    /** The largest file that is taken, in bytes. */
    public static final int LARGEST = 20 * 1024 * 1024;

    /** The field that problems of the file as a whole name. */
    static final String FIELD = "content";

    static final Texts TEXTS = Texts.of(TableFile.class);

    private TableFile() {}

    /**
     * Reads a file whole.
     *
     * @throws Problem too large
     */
    public static byte[] read(InputStream content) throws IOException {
        byte[] bytes = content.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw Problem.tooLarge(FIELD, LARGEST);
        }
        return bytes;
    }

    /**
     * Opens a table.
     *
     * @throws Problem invalid or of a type not taken, saying what to do
     */
    public static Rows open(byte[] bytes) {
        if (startsWith(bytes, 'P', 'K', 3, 4)) {
            return XlsxRows.open(bytes);
        }
        if (startsWith(bytes, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw Problem.unsupportedType(FIELD, TEXTS.get("xls"));
        }
        return CsvRows.open(bytes);
    }

    static boolean startsWith(byte[] bytes, int... magic) {
        if (bytes.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((bytes[i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
