// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.hotline.internal.open311;

import java.io.Serial;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Text;

/** How a request is answered: in its format and language, errors included. */
final class Answer {
    private static final int NOT_FOUND = 404;
    private static final int FORBIDDEN = 403;
    private static final int BAD = 400;
    private static final int TOO_MANY = 429;

    private final boolean json;
    private final Locale language;

    Answer(String format, HttpHeaders headers) {
        this.json = format.endsWith("json");
        String wished = headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE);
        this.language = wished != null && wished.startsWith("en") ? Locale.ENGLISH : Locale.CHINESE;
    }

    /** The hour's requests are used up. */
    static final class TooMany extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1L;

        private final transient Text text;
        private final long seconds;

        TooMany(Text text, long seconds) {
            super(text.en(), null, false, false);
            this.text = text;
            this.seconds = seconds;
        }
    }

    /** What {@code work} makes, or what is wrong with the request. */
    Response give(String root, Function<Locale, Object> work) {
        try {
            return written(200, root, work.apply(language)).build();
        } catch (Problem problem) {
            return wrong(problem).build();
        } catch (TooMany many) {
            return written(BAD, "errors", List.of(error(TOO_MANY, many.text)))
                    .header("Retry-After", many.seconds)
                    .build();
        }
    }

    /** The specification knows 404, 403 for keys, and 400 for all else; the code in the body may say more. */
    private Response.ResponseBuilder wrong(Problem problem) {
        int status =
                switch (problem.kind()) {
                    case NOT_FOUND -> NOT_FOUND;
                    case FORBIDDEN, UNAUTHENTICATED -> FORBIDDEN;
                    default -> BAD;
                };
        boolean fields = problem.violations().size() > 1;
        List<Map<String, Object>> errors = fields
                ? problem.violations().stream()
                        .map(one -> error(BAD, one.message()))
                        .toList()
                : List.of(error(problem.kind().status(), problem.detail()));
        return written(status, "errors", errors);
    }

    private Map<String, Object> error(int code, Text text) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("code", code);
        error.put("description", text.in(language));
        return error;
    }

    private Response.ResponseBuilder written(int status, String root, Object value) {
        byte[] body = json ? Spark.json(value) : Spark.xml(root, value);
        return Response.status(status)
                .type(json ? Open311Resource.JSON : Open311Resource.XML)
                .entity(body);
    }
}
