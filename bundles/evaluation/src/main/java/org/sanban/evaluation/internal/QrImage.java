// SPDX-License-Identifier: Apache-2.0
package org.sanban.evaluation.internal;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/** A QR code as SVG: sharp on a screen of the window and on paper. */
final class QrImage {
    /** Modules left white around it, as ISO/IEC 18004 asks. */
    private static final int QUIET = 4;

    private QrImage() {}

    static String svg(String link) {
        ByteMatrix code = matrix(link);
        int size = code.getWidth() + 2 * QUIET;
        StringBuilder path = new StringBuilder();
        for (int row = 0; row < code.getHeight(); row++) {
            for (int column = 0; column < code.getWidth(); column++) {
                if (code.get(column, row) == 1) {
                    path.append('M')
                            .append(column + QUIET)
                            .append(' ')
                            .append(row + QUIET)
                            .append("h1v1h-1z");
                }
            }
        }
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + size + " " + size
                + "\" shape-rendering=\"crispEdges\"><title>评价二维码</title><rect width=\"" + size + "\" height=\"" + size
                + "\" fill=\"#fff\"/><path d=\"" + path + "\"/></svg>\n";
    }

    private static ByteMatrix matrix(String link) {
        try {
            return Encoder.encode(link, ErrorCorrectionLevel.M).getMatrix();
        } catch (WriterException e) {
            throw new IllegalArgumentException("no QR code holds a link of " + link.length() + " characters", e);
        }
    }
}
