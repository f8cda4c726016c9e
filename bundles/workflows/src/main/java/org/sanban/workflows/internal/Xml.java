// SPDX-License-Identifier: Apache-2.0
package org.sanban.workflows.internal;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes XML, indented. Characters that XML cannot hold become U+FFFD. */
final class Xml implements Closeable {
    private final XMLStreamWriter writer;
    private int depth;
    private boolean closesOnNewLine;

    Xml(OutputStream out) throws IOException {
        try {
            writer = XMLOutputFactory.newInstance().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
            writer.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    /** Opens an element; attributes without a value are left out. */
    Xml open(String name, Object... attributes) throws IOException {
        try {
            line();
            writer.writeStartElement(name);
            attributes(attributes);
            depth++;
            closesOnNewLine = false;
            return this;
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    Xml close(int levels) throws IOException {
        try {
            for (int i = 0; i < levels; i++) {
                depth--;
                if (closesOnNewLine) {
                    line();
                }
                writer.writeEndElement();
                closesOnNewLine = true;
            }
            return this;
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    /** An element with nothing in it. */
    Xml empty(String name, Object... attributes) throws IOException {
        try {
            line();
            writer.writeEmptyElement(name);
            attributes(attributes);
            closesOnNewLine = true;
            return this;
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    /** An element with text in it. */
    Xml text(String name, String text, Object... attributes) throws IOException {
        open(name, attributes);
        try {
            writer.writeCharacters(clean(text));
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
        return close(1);
    }

    private void attributes(Object... attributes) throws XMLStreamException {
        for (int i = 0; i < attributes.length; i += 2) {
            if (attributes[i + 1] != null) {
                writer.writeAttribute((String) attributes[i], clean(value(attributes[i + 1])));
            }
        }
    }

    /** Numbers with at most one digit after the point, without grouping. */
    private static String value(Object value) {
        if (value instanceof Double number) {
            return number == Math.rint(number)
                    ? Long.toString(number.longValue())
                    : String.format(Locale.ROOT, "%.1f", number);
        }
        return value.toString();
    }

    private static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(c -> clean.appendCodePoint(allowed(c) ? c : 0xFFFD));
        return clean.toString();
    }

    private static boolean allowed(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || c >= 0x20 && c <= 0xD7FF
                || c >= 0xE000 && c != 0xFFFE && c != 0xFFFF;
    }

    private void line() throws XMLStreamException {
        writer.writeCharacters("\n" + "  ".repeat(depth));
    }

    /** Ends the document; the stream stays open. */
    @Override
    public void close() throws IOException {
        try {
            writer.writeEndDocument();
            writer.flush();
            writer.close();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }
}
