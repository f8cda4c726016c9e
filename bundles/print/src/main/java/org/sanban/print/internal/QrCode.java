// SPDX-License-Identifier: Apache-2.0
package org.sanban.print.internal;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A QR code drawn as squares: sharp on any printer, and no picture in the file. */
final class QrCode {
    /** Modules left white around it, as ISO/IEC 18004 asks. */
    private static final int QUIET = 4;

    private QrCode() {}

    /** Draws it into the square whose lower left corner is {@code x}, {@code y}. */
    static void draw(String link, float x, float y, float size, Pages pages) throws IOException {
        ByteMatrix code = matrix(link);
        float module = size / (code.getWidth() + 2 * QUIET);
        List<float[]> dots = new ArrayList<>();
        for (int row = 0; row < code.getHeight(); row++) {
            for (int column = 0; column < code.getWidth(); column++) {
                if (code.get(column, row) == 1) {
                    dots.add(new float[] {x + (QUIET + column) * module, y + size - (QUIET + row + 1) * module});
                }
            }
        }
        pages.dots(dots, module);
    }

    private static ByteMatrix matrix(String link) {
        try {
            return Encoder.encode(link, ErrorCorrectionLevel.M).getMatrix();
        } catch (WriterException e) {
            throw new IllegalArgumentException("no QR code holds a link of " + link.length() + " characters", e);
        }
    }
}
