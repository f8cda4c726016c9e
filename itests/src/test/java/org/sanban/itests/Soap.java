// SPDX-License-Identifier: Apache-2.0
package org.sanban.itests;

import java.nio.charset.StandardCharsets;

/** A caller over SOAP who writes the XML himself, with or without a UsernameToken. */
final class Soap {
    private static final String WSSE =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";

    private final Rest door;
    private final String security;

    Soap(Rest door) {
        this.door = door;
        this.security = "";
    }

    Soap(Rest door, String login, String password) {
        this.door = door;
        this.security = "<w:Security xmlns:w=\"" + WSSE + "\" s:mustUnderstand=\"1\"><w:UsernameToken><w:Username>"
                + login + "</w:Username><w:Password>" + password
                + "</w:Password></w:UsernameToken></w:Security>";
    }

    /** Calls an operation of {@code Case} and gives the answer, a fault as well. */
    Xml call(String operation, String body) {
        return post(envelope("<c:" + operation + ">" + body + "</c:" + operation + ">"));
    }

    /** An envelope around a body in which the prefix {@code c} means the cases. */
    String envelope(String body) {
        return "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\" xmlns:c=\"urn:sanban:cases:1\">"
                + "<s:Header>" + security + "</s:Header><s:Body>" + body + "</s:Body></s:Envelope>";
    }

    /** Asks the catalogue, by an operation of {@code Matter}. */
    Xml ask(String operation, String body) {
        String envelope =
                envelope("<m:" + operation + " xmlns:m=\"urn:sanban:matters:1\">" + body + "</m:" + operation + ">");
        return new Xml(
                door.post("/api/soap/Matter", envelope.getBytes(StandardCharsets.UTF_8), "Content-Type", "text/xml"));
    }

    Xml post(String xml, String... headers) {
        return post(xml.getBytes(StandardCharsets.UTF_8), headers);
    }

    Xml post(byte[] xml, String... headers) {
        return new Xml(door.post("/api/soap/Case", xml, Rest.with("Content-Type", "text/xml", headers)));
    }
}
