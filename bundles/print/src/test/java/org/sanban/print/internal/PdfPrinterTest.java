// SPDX-License-Identifier: Apache-2.0
package org.sanban.print.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sanban.api.print.Sheet;
import org.sanban.api.print.Sheet.Row;
import org.sanban.api.print.Sheet.Section;

class PdfPrinterTest {
    private static final String CLAUSE = "受托人只在委托事项和委托期限内代办，不收取任何费用；收取的原件自收取之日起由受托人保管，办结后当面退还并由委托人签收。";

    @TempDir
    Path fonts;

    @Test
    void everythingThatIsOnTheSheetCanBeReadOnThePaper() throws IOException {
        String text = flat(Prints.text(Prints.pdf(agreement(true), fonts, "agreement")));
        Stream.of(
                        "委托代办协议",
                        "编号：61092626000000017",
                        "一、委托人",
                        "张示例",
                        "户口簿、居民身份证",
                        CLAUSE,
                        "委托人（签字）：",
                        "受托人（签字）：",
                        "年月日",
                        "第1页，共1页",
                        "扫码查看：https://sanban.example/progress/#61092626000000017",
                        "示例：本件由示例数据生成")
                .forEach(part -> assertTrue(text.contains(part.replace(" ", "")), part + " in " + text));
    }

    @Test
    void aPaperThatIsNoSampleDoesNotSaySo() throws IOException {
        Sheet real = new Sheet("受理回执", null, List.of(), List.of(), null, false);
        assertFalse(Prints.text(Prints.pdf(real, fonts, "plain")).contains("示例"));
    }

    @Test
    void fontsAreEmbeddedAsSubsetsAndAPageIsSmall() throws IOException {
        byte[] pdf = Prints.pdf(agreement(true), fonts, "agreement");
        assertTrue(pdf.length < 200_000, pdf.length + " bytes");
        Set<String> names = new TreeSet<>();
        for (PDFont font : fonts(pdf)) {
            assertTrue(font.isEmbedded(), font.getName());
            names.add(font.getName());
        }
        assertEquals(1, names.size(), names.toString());
        assertTrue(names.iterator().next().matches("[A-Z]{6}\\+WenQuanYiMicroHei"), names.toString());
    }

    @Test
    void longTablesGoOnOverPagesAndLoseNothing() throws IOException {
        List<Row> rows = IntStream.rangeClosed(1, 200)
                .mapToObj(i -> new Row("材料" + i, i % 7 == 0 ? CLAUSE.repeat(2) + "第" + i + "项止" : "第" + i + "项止"))
                .toList();
        byte[] pdf = Prints.pdf(sheet(rows, false), fonts, "long");
        String text = flat(Prints.text(pdf));
        for (int i = 1; i <= 200; i++) {
            assertTrue(text.contains("第" + i + "项止"), "row " + i);
        }
        int pages = pages(pdf);
        assertTrue(pages > 5, pages + " pages");
        assertTrue(text.contains("第1页，共" + pages + "页") && text.contains("第" + pages + "页，共" + pages + "页"));
    }

    @Test
    void aRowLongerThanAPageIsDivided() throws IOException {
        String endless =
                IntStream.rangeClosed(1, 400).mapToObj(i -> i + "、" + CLAUSE).reduce("", String::concat);
        byte[] pdf = Prints.pdf(sheet(List.of(new Row("说明", endless)), false), fonts, "endless");
        assertTrue(flat(Prints.text(pdf)).contains("400、受托人只在"));
    }

    @Test
    void aCharacterThatNoFontHasIsNamedAtTheFootOfItsPage() throws IOException {
        byte[] pdf = Prints.pdf(sheet(List.of(new Row("姓名", "𠮷䶮（示例）")), false), fonts, "lost");
        String text = Prints.text(pdf);
        assertTrue(text.contains("〓〓（示例）"), text);
        assertTrue(text.contains("U+20BB7、U+4DAE"), text);
    }

    @Test
    void aCharacterIsTakenFromAFontThatWasDroppedIn() throws IOException {
        Files.writeString(fonts.resolve("a-broken.ttf"), "no font");
        RareFont.write(fonts.resolve("b.ttf"), '吉', 0x20BB7);
        byte[] pdf = Prints.pdf(sheet(List.of(new Row("姓名", "张𠮷生、龚䶮")), false), fonts, "rare");
        String text = Prints.text(pdf);
        assertTrue(text.contains("张𠮷生、龚〓"), text);
        assertTrue(text.contains("U+4DAE") && !text.contains("U+20BB7"), text);
        assertEquals(2, fonts(pdf).size());
        fonts(pdf).forEach(font -> assertTrue(font.isEmbedded(), font.getName()));
    }

    @Test
    void whatCannotBeSeenBreaksNothing() throws IOException {
        Row odd = new Row("备\t注", "一\u0000二\u200B三\uFE0F四\n五\uD800六👨‍👩‍👧七 八");
        String text = flat(Prints.text(Prints.pdf(sheet(List.of(odd, new Row("", "")), false), fonts, "odd")));
        assertTrue(text.contains("一二三四") && text.contains("五〓六〓〓〓七八"), text);
    }

    @Test
    void theCodeLeadsToTheLink() throws Exception {
        try (PDDocument document = PDDocument.load(Prints.pdf(agreement(true), fonts, "agreement"))) {
            BufferedImage seen = new PDFRenderer(document).renderImageWithDPI(0, 150);
            int[] pixels = seen.getRGB(0, 0, seen.getWidth(), seen.getHeight(), null, 0, seen.getWidth());
            RGBLuminanceSource light = new RGBLuminanceSource(seen.getWidth(), seen.getHeight(), pixels);
            Result read = new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(light)));
            assertEquals("https://sanban.example/progress/#61092626000000017", read.getText());
        }
    }

    @Test
    void severalMayPrintAtOnce() {
        PdfPrinter printer = new PdfPrinter(Prints.settings("", fonts));
        IntStream.range(0, 8).parallel().forEach(i -> {
            try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
                printer.pdf(sheet(List.of(new Row("第" + i + "张", CLAUSE)), true), out);
                assertTrue(flat(Prints.text(out.toByteArray())).contains("第" + i + "张"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static Sheet agreement(boolean sample) {
        Section who = new Section(
                "一、委托人",
                List.of(
                        new Row("姓名", "张示例"),
                        new Row("证件号码", "610926**********19"),
                        new Row("住址", "平利县示例镇示例村一组 12 号（老油坊对面，过桥左手第三家），邮政编码 725500"),
                        new Row("紧急联系人", null)),
                List.of());
        Section what = new Section(
                "二、委托事项",
                List.of(
                        new Row("事项", "80周岁以上老年人高龄津贴发放"),
                        new Row("交付的原件", "户口簿、居民身份证"),
                        new Row(
                                "网址",
                                "https://sanban.example/a/very/long/address/that/no/column/holds/without/being/broken/somewhere")),
                List.of(CLAUSE, "本协议一式两份，双方各执一份。"));
        return new Sheet(
                "委托代办协议",
                "61092626000000017",
                List.of(who, what),
                List.of("委托人（签字）", "受托人（签字）"),
                "https://sanban.example/progress/#61092626000000017",
                sample);
    }

    private static Sheet sheet(List<Row> rows, boolean sample) {
        return new Sheet("清单", null, List.of(new Section("材料", rows, List.of())), List.of("签收人"), null, sample);
    }

    private static int pages(byte[] pdf) throws IOException {
        try (PDDocument document = PDDocument.load(pdf)) {
            return document.getNumberOfPages();
        }
    }

    private static List<PDFont> fonts(byte[] pdf) throws IOException {
        List<PDFont> fonts = new ArrayList<>();
        try (PDDocument document = PDDocument.load(pdf)) {
            for (PDPage page : document.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    PDFont font = page.getResources().getFont(name);
                    assertNotNull(font.getFontDescriptor());
                    fonts.add(font);
                }
            }
        }
        return fonts;
    }

    private static String flat(String text) {
        return text.replaceAll("[\\s　]", "");
    }
}
