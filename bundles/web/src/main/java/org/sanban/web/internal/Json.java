// SPDX-License-Identifier: Apache-2.0
package org.sanban.web.internal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.lang.reflect.Type;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.sanban.api.problem.Text;

/**
 * JSON as the REST door speaks it: unknown and repeated properties are refused, nothing is nested or long without bound,
 * null is left out, a {@link Text} is written in the caller's language. A null character or half a surrogate pair, which
 * no database keeps, is refused.
 */
final class Json {
    private static final String LANGUAGE = "language";

    private final JsonMapper mapper = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(50)
                            .maxNumberLength(50)
                            .maxStringLength(200_000)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
                    .build())
            .addModule(new JavaTimeModule())
            .addModule(new SimpleModule("sanban")
                    .addSerializer(new TextSerializer())
                    .addDeserializer(String.class, new PlainString()))
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .build();
    private final ObjectWriter zh = mapper.writer().withAttribute(LANGUAGE, Locale.CHINESE);
    private final ObjectWriter en = mapper.writer().withAttribute(LANGUAGE, Locale.ENGLISH);
    private final Map<Type, ObjectReader> readers = new ConcurrentHashMap<>();

    /** What writes in a language. */
    ObjectWriter writer(Locale language) {
        return language == Locale.ENGLISH ? en : zh;
    }

    /** What reads a type. */
    ObjectReader reader(Type type) {
        return readers.computeIfAbsent(type, t -> mapper.readerFor(mapper.constructType(t)));
    }

    /** A string holds what cannot be kept. */
    static final class Unkept extends JsonMappingException {
        private static final long serialVersionUID = 1L;

        Unkept(JsonParser parser) {
            super(parser, "null character or half a surrogate pair");
        }
    }

    private static final class PlainString extends StringDeserializer {
        private static final long serialVersionUID = 1L;

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            String value = super.deserialize(parser, context);
            if (value != null && value.codePoints().anyMatch(c -> c == 0 || c >= 0xD800 && c <= 0xDFFF)) {
                throw new Unkept(parser);
            }
            return value;
        }
    }

    private static final class TextSerializer extends StdSerializer<Text> {
        private static final long serialVersionUID = 1L;

        TextSerializer() {
            super(Text.class);
        }

        @Override
        public void serialize(Text text, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(text.in((Locale) provider.getAttribute(LANGUAGE)));
        }
    }
}
