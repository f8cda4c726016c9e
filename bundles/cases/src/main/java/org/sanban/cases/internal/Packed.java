// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Long texts made to fit a text column: a large workflow is longer than the 32,000 characters Derby holds. */
final class Packed {
    private static final String MARK = "gzip:";

    private Packed() {}

    /** The text itself where it fits, else packed. */
    static String pack(String text) {
        if (text.length() <= Json.LONGEST) {
            return text;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return MARK + Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    static String unpack(String content) {
        if (!content.startsWith(MARK)) {
            return content;
        }
        byte[] bytes = Base64.getDecoder().decode(content.substring(MARK.length()));
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
