// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.hotline.internal.open311;

import java.io.Serial;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import javax.ws.rs.core.Response;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Text;

/** How a request is answered: in its format and language, errors included. */
final class Answer {
    private static final String XML = "text/xml; charset=utf-8";
    private static final String JSON = "application/json; charset=utf-8";
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int FORBIDDEN = 403;
    private static final int BAD = 400;
    private static final int TOO_MANY = 429;

    private final boolean json;
    private final Locale language;

    /**
     * An answer.
     *
     * @param format ends in {@code json}, or is XML
     * @param wished the request's Accept-Language, may be {@code null}
     */
    Answer(String format, String wished) {
        this.json = format.endsWith("json");
        this.language = wished != null && wished.startsWith("en") ? Locale.ENGLISH : Locale.CHINESE;
    }

    /**
     * An answer as it goes out.
     *
     * @param status HTTP status
     * @param type its Content-Type
     * @param pause seconds to wait before the next request, 0 for none
     * @param body in UTF-8
     */
    record Written(int status, String type, long pause, byte[] body) {
        Response response() {
            Response.ResponseBuilder response =
                    Response.status(status).type(type).entity(body);
            return pause > 0 ? response.header("Retry-After", pause).build() : response.build();
        }
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
    Written give(String root, Function<Locale, Object> work) {
        try {
            return written(OK, root, work.apply(language), 0);
        } catch (Problem problem) {
            return wrong(problem);
        } catch (TooMany many) {
            return written(BAD, "errors", List.of(error(TOO_MANY, many.text)), many.seconds);
        }
    }

    /** The specification knows 404, 403 for keys, and 400 for all else; the code in the body may say more. */
    private Written wrong(Problem problem) {
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
        return written(status, "errors", errors, 0);
    }

    private Map<String, Object> error(int code, Text text) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("code", code);
        error.put("description", text.in(language));
        return error;
    }

    private Written written(int status, String root, Object value, long pause) {
        byte[] body = json ? Spark.json(value) : Spark.xml(root, value);
        return new Written(status, json ? JSON : XML, pause, body);
    }
}
