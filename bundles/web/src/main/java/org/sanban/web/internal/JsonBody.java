// SPDX-License-Identifier: Apache-2.0
package org.sanban.web.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import javax.ws.rs.Consumes;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.MultivaluedMap;
import javax.ws.rs.ext.MessageBodyReader;
import javax.ws.rs.ext.MessageBodyWriter;
import javax.ws.rs.ext.Provider;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;

/** Bodies of REST requests and answers, as JSON in UTF-8 and nothing else. */
@Provider
@Consumes(MediaType.APPLICATION_JSON)
@Produces({MediaType.APPLICATION_JSON, Problems.TYPE, "application/ld+json"})
final class JsonBody implements MessageBodyReader<Object>, MessageBodyWriter<Object> {
    private static final Texts TEXTS = Texts.of(JsonBody.class);

    private final Json json;

    JsonBody(Json json) {
        this.json = json;
    }

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return json(type);
    }

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return json(type);
    }

    private static boolean json(Class<?> type) {
        return !InputStream.class.isAssignableFrom(type) && type != byte[].class && type != String.class;
    }

    @Override
    public Object readFrom(
            Class<Object> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, String> headers,
            InputStream in)
            throws IOException {
        byte[] bytes = in.readAllBytes();
        if (bytes.length == 0) {
            throw Problem.invalid("", TEXTS.get("json.empty"));
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return json.reader(generic).readValue(text);
        } catch (CharacterCodingException e) {
            throw Problem.invalid("", TEXTS.get("not-utf8"));
        }
    }

    @Override
    public void writeTo(
            Object value,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(2048);
        json.writer(Calls.language()).writeValue(bytes, value);
        bytes.writeTo(out);
    }
}
