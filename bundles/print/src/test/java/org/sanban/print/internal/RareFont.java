// SPDX-License-Identifier: Apache-2.0
package org.sanban.print.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.fontbox.ttf.TTFSubsetter;
import org.apache.fontbox.ttf.TrueTypeCollection;
import org.apache.fontbox.ttf.TrueTypeFont;

/** A font of one character: a glyph of the bundle's own font under another code point. */
final class RareFont {
    private static final int HEADER = 12;
    private static final int RECORD = 16;

    private RareFont() {}

    static Path write(Path file, int glyphOf, int codePoint) throws IOException {
        try (InputStream own = PdfPrinter.class.getResourceAsStream("font/wqy-microhei.ttc")) {
            TrueTypeFont font = new TrueTypeCollection(own).getFontByName("WenQuanYiMicroHei");
            TTFSubsetter subset = new TTFSubsetter(font);
            subset.add(glyphOf);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            subset.writeToStream(bytes);
            return Files.write(file, withCmap(bytes.toByteArray(), cmap(codePoint)));
        }
    }

    /** Puts the table at the end and points the directory to it. */
    private static byte[] withCmap(byte[] font, byte[] cmap) {
        ByteBuffer changed = ByteBuffer.allocate(font.length + cmap.length);
        changed.put(font).put(cmap);
        int tables = changed.getShort(4);
        for (int i = 0; i < tables; i++) {
            int at = HEADER + i * RECORD;
            if (new String(font, at, 4, StandardCharsets.US_ASCII).equals("cmap")) {
                changed.putInt(at + 8, font.length).putInt(at + 12, cmap.length);
            }
        }
        return changed.array();
    }

    /** One subtable (Windows, full Unicode, format 12) with one group: the first glyph after .notdef. */
    private static byte[] cmap(int codePoint) {
        return ByteBuffer.allocate(40)
                .putShort((short) 0)
                .putShort((short) 1)
                .putShort((short) 3)
                .putShort((short) 10)
                .putInt(12)
                .putShort((short) 12)
                .putShort((short) 0)
                .putInt(28)
                .putInt(0)
                .putInt(1)
                .putInt(codePoint)
                .putInt(codePoint)
                .putInt(1)
                .array();
    }
}
