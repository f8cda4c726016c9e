// SPDX-License-Identifier: Apache-2.0
package org.sanban.print.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.ref.SoftReference;
import org.apache.fontbox.ttf.CmapSubtable;
import org.apache.fontbox.ttf.TrueTypeCollection;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.print.Printer;
import org.sanban.api.print.Sheet;

/** Sets papers with the font it carries; one at a time, since a font that is read has a position. */
@Component(service = Printer.class)
public final class PdfPrinter implements Printer {
    private static final String FILE = "font/wqy-microhei.ttc";
    private static final String NAME = "WenQuanYiMicroHei";

    private final PrintSettings settings;
    private SoftReference<TrueTypeFont> font = new SoftReference<>(null);

    @Activate
    public PdfPrinter(@Reference PrintSettings settings) {
        this.settings = settings;
    }

    @Override
    public void pdf(Sheet sheet, OutputStream out) throws IOException {
        // Whoever reads slowly keeps nobody else from printing.
        out.write(set(sheet));
    }

    private synchronized byte[] set(Sheet sheet) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument();
                Typeface typeface = new Typeface(document, font(), settings.fonts())) {
            describe(document, sheet);
            Lines lines = new Lines(typeface);
            try (Pages pages = new Pages(document, lines, sheet.sample())) {
                new SheetLayout(pages, lines).set(sheet);
                pages.finish();
            }
            document.save(bytes);
        }
        return bytes.toByteArray();
    }

    private static void describe(PDDocument document, Sheet sheet) {
        document.getDocumentInformation().setTitle(sheet.title());
        document.getDocumentInformation().setCreator("Sanban");
        document.getDocumentCatalog().setLanguage("zh-CN");
        PDViewerPreferences preferences = new PDViewerPreferences(new COSDictionary());
        preferences.setDisplayDocTitle(true);
        document.getDocumentCatalog().setViewerPreferences(preferences);
    }

    /** Read when the first paper is printed, and let go when memory runs short: it takes some 10 MB. */
    private TrueTypeFont font() throws IOException {
        TrueTypeFont read = font.get();
        if (read == null) {
            try (InputStream file = PdfPrinter.class.getResourceAsStream(FILE)) {
                read = new TrueTypeCollection(file).getFontByName(NAME);
                forgetOtherCodes(read);
            }
            font = new SoftReference<>(read);
        }
        return read;
    }

    /** The table of characters stands in the font four times, for systems of other times; each takes 3 MB. */
    private static void forgetOtherCodes(TrueTypeFont font) throws IOException {
        if (font.getUnicodeCmapLookup() instanceof CmapSubtable unicode) {
            font.getCmap().setCmaps(new CmapSubtable[] {unicode});
        }
    }
}
