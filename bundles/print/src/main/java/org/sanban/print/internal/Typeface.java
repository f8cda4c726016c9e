// SPDX-License-Identifier: Apache-2.0
package org.sanban.print.internal;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeCollection;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The fonts of one document. A character that the first lacks (a rare name) is taken from the fonts in the folder, which
 * are only opened for it; one that none has becomes 〓.
 */
final class Typeface implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(Typeface.class);
    private static final int GETA = '〓';

    /** A font with what tells which characters it has. */
    private record Face(PDType0Font font, CmapLookup cmap) {}

    private final PDDocument document;
    private final Path folder;
    private final Face first;
    private final Map<Integer, Glyph> glyphs = new HashMap<>();
    private final List<Closeable> open = new ArrayList<>();
    private List<Face> further;

    Typeface(PDDocument document, TrueTypeFont first, Path folder) throws IOException {
        this.document = document;
        this.folder = folder;
        this.first = face(first);
    }

    /** How a character is printed. */
    Glyph glyph(int codePoint) {
        return glyphs.computeIfAbsent(codePoint, this::look);
    }

    private Glyph look(int codePoint) {
        if (has(first, codePoint)) {
            return glyph(first, codePoint, 0);
        }
        for (Face face : further()) {
            if (has(face, codePoint)) {
                return glyph(face, codePoint, 0);
            }
        }
        return glyph(first, GETA, codePoint);
    }

    private static boolean has(Face face, int codePoint) {
        return face.cmap().getGlyphId(codePoint) != 0;
    }

    private static Glyph glyph(Face face, int codePoint, int lost) {
        try {
            float width = face.font().getStringWidth(Character.toString(codePoint)) / 1000;
            return new Glyph(codePoint, face.font(), width, lost);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Face> further() {
        if (further == null) {
            further = new ArrayList<>();
            files().forEach(this::open);
        }
        return further;
    }

    private List<Path> files() {
        List<Path> files = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
                all.forEach(files::add);
            } catch (IOException e) {
                LOG.warn("cannot read the fonts in {}: {}", folder, e.getMessage());
            }
        }
        Collections.sort(files);
        return files;
    }

    /** A file that is no font, or one that may not be embedded, is said in the log and passed over. */
    private void open(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        try {
            if (name.endsWith(".ttf")) {
                TrueTypeFont font = new TTFParser().parse(file.toFile());
                open.add(font);
                further.add(face(font));
            } else if (name.endsWith(".ttc")) {
                TrueTypeCollection collection = new TrueTypeCollection(file.toFile());
                open.add(collection);
                collection.processAllFonts(font -> further.add(face(font)));
            }
        } catch (IOException | RuntimeException e) {
            LOG.warn("font {} cannot be used: {}", file, e.toString());
        }
    }

    private Face face(TrueTypeFont font) throws IOException {
        return new Face(PDType0Font.load(document, font, true), font.getUnicodeCmapLookup());
    }

    /** Once the document is written. */
    @Override
    public void close() throws IOException {
        for (Closeable one : open) {
            one.close();
        }
    }
}
