// SPDX-License-Identifier: Apache-2.0
package org.sanban.print.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.fontbox.ttf.TrueTypeCollection;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;

class LinesTest {
    @Test
    void noLineBeginsWithAFullStopOrEndsWithABracket() throws IOException {
        assertEquals(List.of("一二三", "四。五六"), lines("一二三四。五六", 4));
        assertEquals(List.of("一二三", "（四五）", "六"), lines("一二三（四五）六", 4));
    }

    @Test
    void numbersAndWordsStayWholeWhereALineHoldsThem() throws IOException {
        assertEquals(List.of("编号", "6109262600", "完"), lines("编号6109262600完", 6.5f));
        assertEquals(List.of("open the ", "door"), lines("open the door", 5));
    }

    @Test
    void aWordLongerThanALineIsBroken() throws IOException {
        List<String> lines = lines("a".repeat(50), 5);
        assertEquals("a".repeat(50), String.join("", lines));
        assertEquals(6, lines.size());
    }

    @Test
    void linesOfTheTextStayAndNothingIsALineToo() throws IOException {
        assertEquals(List.of("一", "", "二"), lines("一\r\n\n二", 4));
        assertEquals(List.of(""), lines("", 4));
    }

    private static List<String> lines(String text, float width) throws IOException {
        try (PDDocument document = new PDDocument();
                InputStream file = PdfPrinter.class.getResourceAsStream("font/wqy-microhei.ttc");
                Typeface typeface = new Typeface(
                        document, new TrueTypeCollection(file).getFontByName("WenQuanYiMicroHei"), Path.of("none"))) {
            return new Lines(typeface)
                    .of(text, width, 0).stream()
                            .map(line -> line.stream()
                                    .map(glyph -> Character.toString(glyph.codePoint()))
                                    .collect(Collectors.joining()))
                            .toList();
        }
    }
}
