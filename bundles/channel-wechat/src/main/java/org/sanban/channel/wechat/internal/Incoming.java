// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.wechat.internal;

import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** A message or event as WeChat posts it. */
final class Incoming {
    private static final Texts TEXTS = Texts.of(Incoming.class);
    private static final int LONGEST = 64 * 1024;

    private final Document document;

    private Incoming(Document document) {
        this.document = document;
    }

    /** @throws Problem invalid, when it is no XML, or XML with a document type: entities are not expanded */
    static Incoming read(String xml) {
        if (xml.length() > LONGEST) {
            throw Problem.tooLarge("", LONGEST);
        }
        try {
            return new Incoming(builder().parse(new InputSource(new StringReader(xml))));
        } catch (SAXException e) {
            throw Problem.invalid("", TEXTS.get("not-xml"));
        } catch (IOException | ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static DocumentBuilder builder() throws ParserConfigurationException {
        // The JDK's own, whatever else is installed: its features are known.
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setXIncludeAware(false);
        factory.setExpandEntityReferences(false);
        DocumentBuilder builder = factory.newDocumentBuilder();
        builder.setErrorHandler(new Strict());
        return builder;
    }

    /** The text of the first element of a name, empty where there is none. */
    String text(String element) {
        NodeList found = document.getElementsByTagName(element);
        return found.getLength() == 0 ? "" : found.item(0).getTextContent().strip();
    }

    /** What an event lists, each by its elements' names. */
    List<Map<String, String>> items() {
        List<Map<String, String>> items = new ArrayList<>();
        NodeList lists = document.getElementsByTagName("List");
        for (int i = 0; i < lists.getLength(); i++) {
            Map<String, String> item = new LinkedHashMap<>();
            for (Node child = lists.item(i).getFirstChild(); child != null; child = child.getNextSibling()) {
                if (child.getNodeType() == Node.ELEMENT_NODE) {
                    item.put(child.getNodeName(), child.getTextContent().strip());
                }
            }
            items.add(item);
        }
        return items;
    }

    /** When it happened (CreateTime), the beginning of time where it does not say. */
    Instant at() {
        String seconds = text("CreateTime");
        return seconds.matches("[0-9]{1,11}") ? Instant.ofEpochSecond(Long.parseLong(seconds)) : Instant.EPOCH;
    }

    /** What tells it from every other, and is the same when it is posted again. */
    String key() {
        String id = text("MsgId");
        String rest = id.isEmpty() ? text("CreateTime") + ' ' + text("Event") + ' ' + items() : id;
        return text("FromUserName") + ' ' + rest + ' ' + text("publish_id");
    }

    /** Faults are thrown; nothing is printed. */
    private static final class Strict implements ErrorHandler {
        @Override
        public void warning(SAXParseException e) {
            // Nothing that keeps it from being read.
        }

        @Override
        public void error(SAXParseException e) throws SAXException {
            throw e;
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            throw e;
        }
    }
}
