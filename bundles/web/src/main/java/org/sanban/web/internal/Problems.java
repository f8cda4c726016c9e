// SPDX-License-Identifier: Apache-2.0
package org.sanban.web.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.ws.rs.WebApplicationException;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.ext.ExceptionMapper;
import javax.ws.rs.ext.Provider;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Text;
import org.sanban.api.problem.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whatever goes wrong in a REST call, as RFC 9457 problem+json; what is no problem of the caller's, as an incident. */
@Provider
final class Problems implements ExceptionMapper<Throwable> {
    static final String TYPE = "application/problem+json";
    static final String RETRY_AFTER = "Retry-After";
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final Texts TEXTS = Texts.of(Problems.class);

    @Override
    public Response toResponse(Throwable thrown) {
        Problem problem = problem(thrown);
        if (problem != null) {
            return response(problem);
        }
        if (thrown instanceof WebApplicationException web && web.getResponse().getStatus() < 500) {
            return refused(web);
        }
        return response(500, body(500, TEXTS.get("incident", incident(thrown)), Calls.language()))
                .build();
    }

    /** What JAX-RS refuses by itself. */
    private static Response refused(WebApplicationException web) {
        Locale language = Calls.language();
        int said = web.getResponse().getStatus();
        // JAX-RS answers 404 to a parameter of a wrong type; only then is there a cause.
        int status = said == 404 && web.getCause() != null ? 400 : said;
        String asked = Calls.header(Calls.request(), status == 415 ? "Content-Type" : "Accept");
        Set<String> allowed = new TreeSet<>(web.getResponse().getAllowedMethods());
        String key = TEXTS.has("http." + status) ? "http." + status : "http.other";
        Text detail = TEXTS.get(key, status == 405 ? String.join(", ", allowed) : asked == null ? "-" : asked);
        Response.ResponseBuilder response = response(status, body(status, detail, language));
        return (allowed.isEmpty() ? response : response.allow(allowed)).build();
    }

    /** The problem that {@code thrown} is, or is caused by, or stands for; null when it is an incident. */
    static Problem problem(Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof Problem problem) {
                return problem;
            }
        }
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof JsonProcessingException json) {
                return json(json);
            }
        }
        return null;
    }

    private static Problem json(JsonProcessingException wrong) {
        String field = wrong instanceof JsonMappingException mapping
                ? mapping.getPath().stream()
                        .map(part -> part.getFieldName() == null ? "[" + part.getIndex() + "]" : part.getFieldName())
                        .collect(Collectors.joining("."))
                        .replace(".[", "[")
                : "";
        if (wrong instanceof UnrecognizedPropertyException unknown) {
            return Problem.invalid(
                    field, TEXTS.get("json.unknown", unknown.getPropertyName(), unknown.getKnownPropertyIds()));
        }
        if (wrong instanceof Json.Unkept) {
            return Problem.invalid(field, TEXTS.get("json.character", field));
        }
        int line = wrong.getLocation() == null ? 0 : wrong.getLocation().getLineNr();
        int column = wrong.getLocation() == null ? 0 : wrong.getLocation().getColumnNr();
        return Problem.invalid(field, TEXTS.get(field.isEmpty() ? "json.syntax" : "json.type", field, line, column));
    }

    /** Logs what nobody expected, and gives the id by which the log is searched. */
    static String incident(Throwable thrown) {
        String id = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("incident {}", id, thrown);
        return id;
    }

    static Map<String, Object> body(Problem problem, Locale language) {
        Map<String, Object> body = body(problem.kind().status(), problem.detail(), language);
        if (!problem.violations().isEmpty()) {
            body.put("violations", violations(problem, language));
        }
        return body;
    }

    private static List<Map<String, String>> violations(Problem problem, Locale language) {
        return problem.violations().stream()
                .map(one ->
                        Map.of("field", one.field(), "message", one.message().in(language)))
                .toList();
    }

    static Map<String, Object> body(int status, Text detail, Locale language) {
        String title = TEXTS.has("title." + status) ? "title." + status : "title.400";
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "about:blank");
        body.put("title", TEXTS.get(title).in(language));
        body.put("status", status);
        body.put("detail", detail.in(language));
        return body;
    }

    private static Response response(Problem problem) {
        Response.ResponseBuilder response = response(problem.kind().status(), body(problem, Calls.language()));
        if (problem.kind() == Problem.Kind.UNAUTHENTICATED) {
            response.header("WWW-Authenticate", "Bearer");
        }
        problem.retryAfter().ifPresent(seconds -> response.header(RETRY_AFTER, seconds));
        return response.build();
    }

    private static Response.ResponseBuilder response(int status, Map<String, Object> body) {
        return Response.status(status).type(MediaType.valueOf(TYPE)).entity(body);
    }
}
