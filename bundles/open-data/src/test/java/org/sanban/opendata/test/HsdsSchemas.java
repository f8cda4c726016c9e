// SPDX-License-Identifier: Apache-2.0
package org.sanban.opendata.test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPInputStream;

/** The schemas of HSDS 3.0, made stricter: a property that they do not know is a fault. */
public final class HsdsSchemas {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    private static final Map<String, JsonSchema> READ = new ConcurrentHashMap<>();

    private HsdsSchemas() {}

    /**
     * What is wrong with a document.
     *
     * @param schema name of the schema, {@code service} or {@code service_list}
     */
    public static List<String> faults(String schema, JsonNode document) {
        return READ.computeIfAbsent(schema, HsdsSchemas::read).validate(document).stream()
                .map(ValidationMessage::toString)
                .toList();
    }

    private static JsonSchema read(String name) {
        try (InputStream file =
                new GZIPInputStream(HsdsSchemas.class.getResourceAsStream("hsds/" + name + ".json.gz"))) {
            JsonNode schema = JSON.readTree(file);
            close(schema);
            return FACTORY.getSchema(
                    schema,
                    SchemaValidatorsConfig.builder()
                            .formatAssertionsEnabled(true)
                            .build());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every object takes the properties it names and no others. */
    private static void close(JsonNode schema) {
        if (schema instanceof ObjectNode object && schema.path("properties").isObject()) {
            object.put("additionalProperties", false);
        }
        schema.forEach(HsdsSchemas::close);
    }
}
