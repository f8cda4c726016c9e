// SPDX-License-Identifier: Apache-2.0
package org.sanban.print.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.sanban.api.print.Sheet;

/** Prints in tests. Each paper is also left in {@code target/papers} to be looked at. */
final class Prints {
    private Prints() {}

    static PrintSettings settings(String address, Path fonts) {
        return new PrintSettings(new PrintSettings.Config() {
            @Override
            public String address() {
                return address;
            }

            @Override
            public String fonts() {
                return fonts == null ? "" : fonts.toString();
            }

            @Override
            public Class<? extends Annotation> annotationType() {
                return PrintSettings.Config.class;
            }
        });
    }

    static byte[] pdf(Sheet sheet, Path fonts, String name) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new PdfPrinter(settings("", fonts)).pdf(sheet, out);
        Path folder = Files.createDirectories(Path.of("target", "papers"));
        Files.write(folder.resolve(name + ".pdf"), out.toByteArray());
        return out.toByteArray();
    }

    static String text(byte[] pdf) throws IOException {
        try (PDDocument document = PDDocument.load(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
