// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.hotline.internal.open311;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.util.Collection;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * One answer in both formats, which the specification maps onto each other (Spark convention): an element with children of
 * one name is an array, any other an object, an empty one is null.
 */
final class Spark {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** The JDK's own: another on the class path would be found through the thread's class loader. */
    private static final XMLOutputFactory XML = XMLOutputFactory.newDefaultFactory();

    /** What the elements of an array are called. */
    private static final Map<String, String> CHILDREN = Map.of(
            "services", "service",
            "attributes", "attribute",
            "values", "value",
            "service_requests", "request",
            "errors", "error",
            "endpoints", "endpoint",
            "formats", "format");

    private Spark() {}

    /** As JSON: the root has no name. */
    static byte[] json(Object value) {
        try {
            return JSON.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As XML in UTF-8. */
    static byte[] xml(String root, Object value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(2048);
        try {
            XMLStreamWriter out = XML.createXMLStreamWriter(bytes, "utf-8");
            out.writeStartDocument("utf-8", "1.0");
            element(out, root, value);
            out.writeEndDocument();
            out.close();
            return bytes.toByteArray();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void element(XMLStreamWriter out, String name, Object value) throws XMLStreamException {
        if (value == null) {
            out.writeEmptyElement(name);
            return;
        }
        out.writeStartElement(name);
        if (value instanceof Map<?, ?> fields) {
            for (Map.Entry<?, ?> field : fields.entrySet()) {
                element(out, field.getKey().toString(), field.getValue());
            }
        } else if (value instanceof Collection<?> all) {
            for (Object one : all) {
                element(out, CHILDREN.get(name), one);
            }
        } else {
            out.writeCharacters(value.toString());
        }
        out.writeEndElement();
    }
}
