// SPDX-License-Identifier: Apache-2.0
package org.sanban.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What a citizen gains: a receipt to take home. What everyone gains: how a case proceeds, as a drawing. */
@ExtendWith(Distribution.class)
class PaperIT {
    private final Sanban sanban = Distribution.get();
    private final Rest clerk = sanban.as("chengguan-clerk");

    @TempDir
    Path folder;

    @Test
    void aReceiptIsPrintedForEveryCase() {
        String number = Sample.submit(clerk, Sample.committedMatter(clerk));
        JsonNode papers = clerk.get("/papers/" + number).expect(200).json();
        assertTrue(papers.toString().contains("\"receipt\""), papers.toString());
        Rest.Answer receipt = clerk.get("/papers/" + number + "/receipt").expect(200);
        assertTrue(receipt.body().startsWith("%PDF-1"), receipt.body().substring(0, 20));
        assertEquals(
                "application/pdf", receipt.headers().firstValue("Content-Type").orElseThrow());
        String disposition = receipt.headers().firstValue("Content-Disposition").orElseThrow();
        assertTrue(disposition.startsWith("inline; filename=\"" + number + "-receipt.pdf\""), disposition);
        clerk.get("/papers/" + number + "/none").expect(404);
    }

    @Test
    void aNoticeForTheBoardIsTheGuideInForceAndWhole() {
        Rest anyone = sanban.anyone();
        String whole = Sample.committedMatter(anyone).path("code").asText();
        Rest.Answer notice = anyone.get("/board-notices/" + whole).expect(200);
        assertTrue(notice.body().startsWith("%PDF-1"), "a PDF");
        assertTrue(
                notice.headers().firstValue("Content-Disposition").orElseThrow().endsWith("-v1.pdf\""));
        String incomplete = null;
        for (JsonNode matter : anyone.get("/matters?limit=200").json().path("items")) {
            if (matter.path("guide").path("conditions").isEmpty()) {
                incomplete = matter.path("code").asText();
            }
        }
        assertTrue(
                anyone.get("/board-notices/" + incomplete).expect(409).detail().contains("监督电话"));
    }

    @Test
    void theCodeOnAPaperLeadsToItsPage() throws Exception {
        String matter = Sample.committedMatter(clerk).path("code").asText();
        URI notice = URI.create(sanban.base() + "/api/v1/board-notices/" + matter);
        try (InputStream pdf = notice.toURL().openStream()) {
            assertEquals(sanban.base() + "/guides/#" + matter + "/1", code(pdf.readAllBytes()));
        }
        String number = Sample.submit(clerk, Sample.committedMatter(clerk));
        Path receipt = folder.resolve("receipt.pdf");
        sanban.done("sanban:paper " + number + " receipt " + receipt);
        assertEquals(sanban.base() + "/progress/#" + number, code(Files.readAllBytes(receipt)));
    }

    /** What a phone reads on the last page of a paper. */
    private static String code(byte[] pdf) throws IOException, ReaderException {
        try (PDDocument document = PDDocument.load(pdf)) {
            BufferedImage seen = new PDFRenderer(document).renderImageWithDPI(document.getNumberOfPages() - 1, 300);
            int[] pixels = seen.getRGB(0, 0, seen.getWidth(), seen.getHeight(), null, 0, seen.getWidth());
            RGBLuminanceSource light = new RGBLuminanceSource(seen.getWidth(), seen.getHeight(), pixels);
            return new QRCodeReader()
                    .decode(new BinaryBitmap(new HybridBinarizer(light)))
                    .getText();
        }
    }

    @Test
    void onlyWhoSeesTheCaseGetsItsPapers() {
        String number = Sample.submit(clerk, Sample.committedMatter(clerk));
        sanban.as("xinglong-clerk").get("/papers/" + number + "/receipt").expect(404);
        sanban.anyone().get("/papers/" + number + "/receipt").expect(401);
    }

    @Test
    void aWorkflowIsBpmnAndADrawingForEveryone() {
        Rest anyone = sanban.anyone();
        JsonNode lines = anyone.get("/workflows").expect(200).json();
        assertTrue(lines.toString().contains("\"window\""), lines.toString());
        for (JsonNode line : lines) {
            String path = "/workflows/" + line.path("mode").asText() + "/"
                    + line.path("version").asInt();
            assertEquals(line, anyone.get(path).expect(200).json());
            String bpmn = anyone.get(path + "/bpmn").expect(200).body();
            assertTrue(bpmn.contains("<bpmn:userTask") && bpmn.contains("<bpmndi:BPMNShape"), bpmn);
            Rest.Answer drawing = anyone.get(path + "/drawing").expect(200);
            String name = line.path("name").path("zh").asText();
            assertTrue(drawing.body().contains("<svg") && drawing.body().contains(name), drawing.body());
            assertEquals(
                    "image/svg+xml",
                    drawing.headers().firstValue("Content-Type").orElseThrow());
        }
        anyone.get("/workflows/window/99/bpmn").expect(404);
    }

    @Test
    void theShellWritesPapersAndWorkflows() throws IOException {
        String number = Sample.submit(clerk, Sample.committedMatter(clerk));
        Path pdf = folder.resolve("receipt.pdf");
        assertEquals(
                0, sanban.shell("sanban:paper " + number + " receipt " + pdf).code());
        byte[] paper = Files.readAllBytes(pdf);
        assertTrue(new String(paper, 0, 5, StandardCharsets.US_ASCII).equals("%PDF-") && paper.length < 200_000);
        Sanban.Said again = sanban.shell("sanban:paper " + number + " receipt " + pdf);
        assertEquals(1, again.code(), "what is there is not written over: " + again.out());
        for (String name : new String[] {"window.bpmn", "window.svg"}) {
            Path file = folder.resolve(name);
            assertEquals(
                    0, sanban.shell("sanban:workflow-export window " + file).code());
            assertTrue(Files.readString(file).contains("已受理"), name);
        }
    }
}
