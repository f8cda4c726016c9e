// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.webhook.internal;

import com.fasterxml.jackson.databind.type.TypeFactory;
import io.cloudevents.CloudEvent;
import io.cloudevents.http.HttpMessageFactory;
import io.cloudevents.http.impl.HttpMessageWriter;
import io.cloudevents.jackson.JsonFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/** An event as a request carries it. */
record Packet(Map<String, String> headers, byte[] body) {
    /** Named, not found by the SDK: that looks through the class loader of whatever thread it is. */
    private static final JsonFormat JSON = new JsonFormat();

    /** Lets go of this bundle's classes: the types that Jackson has seen are kept in a cache of all bundles. */
    static void forgetTypes() {
        TypeFactory.defaultInstance().clearCache();
    }

    static Packet of(CloudEvent event, Format format) {
        Map<String, String> headers = new LinkedHashMap<>();
        byte[][] body = new byte[1][];
        HttpMessageWriter writer = HttpMessageFactory.createWriter(headers::put, bytes -> body[0] = bytes);
        if (format == Format.BINARY) {
            writer.writeBinary(event);
        } else {
            writer.writeStructured(event, JSON);
        }
        return new Packet(headers, body[0]);
    }
}
