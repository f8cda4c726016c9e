// SPDX-License-Identifier: Apache-2.0
package org.sanban.web.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.type.TypeFactory;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.jaxrs2.Reader;
import io.swagger.v3.oas.integration.SwaggerConfiguration;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.sanban.api.page.PageRequest;
import org.sanban.api.web.Public;
import org.sanban.api.web.RestResource;

/** One OpenAPI 3 document of every REST resource that is registered. */
final class OpenApi {
    private static final String PROBLEM = "Problem";
    private static final String HOME = "v1/";
    private static final String REF = "#/components/schemas/";
    private static final Map<String, String> PARAMETERS = Map.of(
            "after", "上一页答复中的 next，首页不填 next of the page before; none for the first",
            "limit", "每页条数 items a page",
            "Idempotency-Key", "重复请求时用同一个值，只办理一次 the same for a repeated request, which is done once",
            "If-Match", "所见的版本（ETag） the version that was seen",
            "number", "编号 number",
            "code", "编码 code",
            "site", "服务场所编码 code of a site",
            "mode", "服务方式 service mode",
            "version", "版本 version",
            "login", "账号 login");

    private OpenApi() {}

    /** The document as JSON. One is made at a time: what reads types is shared by the whole machine. */
    static synchronized String document(List<RestResource> resources) {
        OpenAPI all = new OpenAPI()
                .info(new Info()
                        .title("三办 Sanban")
                        .version("v1")
                        .description("就近办、上门办、帮代办 Nearby, door-to-door and proxy public service")
                        .license(new License().name("Apache-2.0").url("https://www.apache.org/licenses/LICENSE-2.0")))
                .servers(List.of(new Server().url("/api/v1")))
                .components(new Components());
        all.setPaths(new io.swagger.v3.oas.models.Paths());
        Set<io.swagger.v3.oas.models.tags.Tag> tags = new LinkedHashSet<>();
        for (RestResource resource : resources.stream()
                .sorted(Comparator.comparing(RestResource::address))
                .toList()) {
            OpenAPI one = distinct(read(resource), schemas(all), resource.path());
            one.getPaths().forEach((path, item) -> all.getPaths().addPathItem(path, item));
            schemas(one).forEach(all.getComponents()::addSchemas);
            if (one.getTags() != null) {
                tags.addAll(one.getTags());
            }
        }
        all.setTags(new ArrayList<>(tags));
        finish(all);
        forget();
        return io.swagger.v3.core.util.Json.pretty(all);
    }

    /** What was learnt of types: it would hold the classes of bundles that go. */
    private static void forget() {
        ModelConverters converters = ModelConverters.getInstance();
        converters.getConverters().forEach(converters::removeConverter);
        converters.addConverter(new ModelResolver(io.swagger.v3.core.util.Json.mapper()));
        TypeFactory.defaultInstance().clearCache();
    }

    @SuppressWarnings("rawtypes") // as the document declares it
    private static Map<String, Schema> schemas(OpenAPI document) {
        Components components = document.getComponents();
        return components == null || components.getSchemas() == null ? Map.of() : components.getSchemas();
    }

    /** Schemas that are called as others of another resource are, for types with the same simple name, take its name too. */
    @SuppressWarnings("rawtypes")
    private static OpenAPI distinct(OpenAPI one, Map<String, Schema> known, String path) {
        List<String> taken = schemas(one).entrySet().stream()
                .filter(e ->
                        known.containsKey(e.getKey()) && !known.get(e.getKey()).equals(e.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        if (taken.isEmpty()) {
            return one;
        }
        String text = io.swagger.v3.core.util.Json.pretty(one);
        for (String name : taken) {
            String own = own(path, name);
            text = text.replace("\"" + REF + name + "\"", "\"" + REF + own + "\"");
        }
        try {
            OpenAPI renamed = io.swagger.v3.core.util.Json.mapper().readValue(text, OpenAPI.class);
            Map<String, Schema> schemas = renamed.getComponents().getSchemas();
            taken.forEach(name -> schemas.put(own(path, name), schemas.remove(name)));
            return renamed;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@code StarModelsMeeting} of {@code star-models} and {@code Meeting}. */
    private static String own(String path, String name) {
        return Arrays.stream(path.split("[^A-Za-z0-9]+"))
                        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                        .collect(Collectors.joining())
                + name;
    }

    private static OpenAPI read(RestResource resource) {
        boolean home = resource.address().startsWith(HOME);
        Reader reader = new Reader(new SwaggerConfiguration().openAPI(new OpenAPI()));
        OpenAPI one = reader.read(
                resource.getClass(),
                "/" + (home ? resource.address().substring(HOME.length()) : resource.address()),
                null,
                false,
                null,
                null,
                new LinkedHashSet<>(),
                new ArrayList<>(),
                new java.util.HashSet<>());
        io.swagger.v3.oas.models.Paths paths = new io.swagger.v3.oas.models.Paths();
        Map<String, PathItem> read = one.getPaths() == null ? Map.of() : one.getPaths();
        new TreeMap<>(read).forEach((path, item) -> {
            String clean = path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
            item.readOperationsMap().forEach((method, operation) -> {
                if (!home) {
                    operation.setServers(List.of(new Server().url("/api")));
                }
                if (open(resource, operation.getOperationId())) {
                    operation.setSecurity(List.of());
                }
                operation.setOperationId(
                        method.name().toLowerCase(Locale.ROOT) + clean.replaceAll("[^A-Za-z0-9]+", "_"));
            });
            paths.addPathItem(clean, item);
        });
        one.setPaths(paths);
        return one;
    }

    /** Whether an operation, which the reader calls by its method's name, needs no login. */
    private static boolean open(RestResource resource, String method) {
        return resource.getClass().isAnnotationPresent(Public.class)
                || Arrays.stream(resource.getClass().getMethods())
                        .anyMatch(m -> m.getName().equals(method) && m.isAnnotationPresent(Public.class));
    }

    private static void finish(OpenAPI all) {
        Components components = all.getComponents();
        components.addSecuritySchemes(
                "bearer",
                new SecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .bearerFormat("JWT"));
        components.addSchemas("Text", new StringSchema().description("按 Accept-Language 的文字 in the caller's language"));
        components.addSchemas(PROBLEM, problem());
        components.addResponses(
                PROBLEM,
                new ApiResponse()
                        .description("出错说明 what is wrong, where, and what to do (RFC 9457)")
                        .addHeaderObject(
                                Problems.RETRY_AFTER,
                                new Header()
                                        .description("429、503：多少秒后可以重试 in how many seconds to try again")
                                        .schema(new IntegerSchema()))
                        .content(new Content()
                                .addMediaType(
                                        Problems.TYPE, new MediaType().schema(new Schema<>().$ref(REF + PROBLEM)))));
        all.security(List.of(new SecurityRequirement().addList("bearer")));
        all.getPaths().values().forEach(item -> item.readOperations().forEach(OpenApi::finish));
    }

    private static void finish(Operation operation) {
        if (operation.getParameters() != null) {
            List<Parameter> shown = operation.getParameters().stream()
                    .filter(parameter -> parameter.getName() != null)
                    .toList();
            shown.forEach(OpenApi::describe);
            operation.setParameters(shown.isEmpty() ? null : shown);
        }
        ApiResponses responses = operation.getResponses();
        // What a method returns the reader calls "default", which is where problems belong.
        ApiResponse answer = responses.remove("default");
        if (answer != null && responses.keySet().stream().noneMatch(status -> status.startsWith("2"))) {
            boolean empty = answer.getContent() == null || answer.getContent().isEmpty();
            responses.addApiResponse(empty ? "204" : "200", answer.description("成功 done"));
        }
        responses.addApiResponse("default", new ApiResponse().$ref("#/components/responses/" + PROBLEM));
    }

    /** What means the same in every operation is said once, here. */
    private static void describe(Parameter parameter) {
        if (parameter.getDescription() == null) {
            parameter.setDescription(PARAMETERS.get(parameter.getName()));
        }
        if (parameter.getName().equals("limit") && parameter.getSchema() != null) {
            parameter.getSchema().setMinimum(BigDecimal.ONE);
            parameter.getSchema().setMaximum(BigDecimal.valueOf(PageRequest.MAX));
        }
    }

    private static Schema<?> problem() {
        return new ObjectSchema()
                .addProperty("type", new StringSchema())
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema())
                .addProperty(
                        "violations",
                        new ArraySchema()
                                .items(new ObjectSchema()
                                        .addProperty("field", new StringSchema())
                                        .addProperty("message", new StringSchema())));
    }
}
