// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.print;

import java.util.List;

/**
 * A paper as data, in Chinese as it is printed: no layout, the {@link Printer} sets it on A4.
 *
 * @param title 委托代办协议
 * @param reference number at the top right, the case's mostly; may be {@code null}
 * @param sections from top to bottom
 * @param signatures who signs at the end, left to right: 委托人（签字）, 受托人（签字）
 * @param link what the QR code at the foot leads to, {@code null} for none
 * @param sample whether it is made of sample data and must say so
 */
public record Sheet(
        String title, String reference, List<Section> sections, List<String> signatures, String link, boolean sample) {
    public Sheet {
        sections = List.copyOf(sections);
        signatures = List.copyOf(signatures);
    }

    /**
     * A part under a heading: a table of labels and values, then paragraphs.
     *
     * @param heading may be {@code null}
     * @param rows labels with their values
     * @param paragraphs running text
     */
    public record Section(String heading, List<Row> rows, List<String> paragraphs) {
        public Section {
            rows = List.copyOf(rows);
            paragraphs = List.copyOf(paragraphs);
        }
    }

    /** A label and its value; a {@code null} value leaves room to write. */
    public record Row(String label, String value) {}
}
