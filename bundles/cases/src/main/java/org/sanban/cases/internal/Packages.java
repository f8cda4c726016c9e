// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Tells documents that are zip packages apart by what lies in them. */
final class Packages {
    private Packages() {}

    /** The media type of a zip file: OFD (GB/T 33190), Word, Excel, or plain zip. */
    static String type(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.getEntry("OFD.xml") != null) {
                return "application/ofd";
            }
            boolean macros = zip.stream().limit(5_000).anyMatch(e -> e.getName().endsWith("vbaProject.bin"));
            if (macros) {
                return "application/zip";
            }
            if (zip.getEntry("word/document.xml") != null) {
                return "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
            }
            return zip.getEntry("xl/workbook.xml") != null
                    ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
                    : "application/zip";
        } catch (ZipException e) {
            return "application/zip";
        }
    }
}
