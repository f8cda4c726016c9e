// SPDX-License-Identifier: Apache-2.0
package org.sanban.web.internal;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.servlet.FilterChain;
import javax.servlet.ReadListener;
import javax.servlet.ServletException;
import javax.servlet.ServletInputStream;
import javax.servlet.http.HttpFilter;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletRequestWrapper;
import javax.servlet.http.HttpServletResponse;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;

/**
 * In front of REST and SOAP: bounds what is read, answers for addresses that are not served, sets the headers every answer
 * has, and measures.
 */
final class Porch extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final Texts TEXTS = Texts.of(Porch.class);
    private static final String PREFIX = "/api";
    private static final Duration REPLACED = Duration.ofSeconds(2);
    private static final Pattern BROKEN = Pattern.compile("%(?![0-9A-Fa-f]{2})");

    private final transient Doors doors;
    private final transient Json json;
    private final transient Meter meter;
    private final transient Limits limits;

    Porch(Doors doors, Json json, Meter meter, Limits limits) {
        this.doors = doors;
        this.json = json;
        this.meter = meter;
        this.limits = limits;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        long start = System.nanoTime();
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cache-Control", "no-store");
        String path = request.getRequestURI().substring(PREFIX.length());
        Problem refused = refusal(request, path);
        Doors.State door = refused == null ? doors.enter(path) : Doors.State.UNKNOWN;
        if (refused == null) {
            refused = refusal(door, path);
        }
        try {
            if (refused != null) {
                answer(request, response, refused);
            } else if (request.getMethod().equals("GET") || request.getMethod().equals("HEAD")) {
                chain.doFilter(request, response);
            } else {
                chain.doFilter(new Bounded(request, limit(request)), response);
            }
        } finally {
            if (door == Doors.State.OPEN) {
                doors.leave(path);
            }
            meter.record(path, request.getMethod(), response.getStatus(), System.nanoTime() - start);
        }
    }

    private Problem refusal(HttpServletRequest request, String path) {
        String query = request.getQueryString();
        if (path.contains("%00") || query != null && query.contains("%00")) {
            return Problem.invalid("path", TEXTS.get("nul"));
        }
        if (query != null && BROKEN.matcher(query).find()) {
            return Problem.invalid("query", TEXTS.get("percent"));
        }
        if (request.getContentLengthLong() > limit(request)) {
            return Problem.tooLarge("", limit(request));
        }
        return null;
    }

    private static Problem refusal(Doors.State door, String path) {
        return switch (door) {
            case OPEN -> null;
            case AWAY -> Problem.unavailable(TEXTS.get("away", path), REPLACED);
            case UNKNOWN -> path.equals("/v1/openapi.json") || path.equals("/docs") || path.startsWith("/docs/")
                    ? null
                    : Problem.notFound("address", PREFIX + path);
        };
    }

    private long limit(HttpServletRequest request) {
        String type = request.getContentType();
        boolean text = type == null || type.contains("json") || type.contains("xml") && !type.contains("openxml");
        return text ? limits.largestBody() : limits.largestUpload();
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException {
        Locale language = Language.of(request.getHeader("Accept-Language"));
        response.setStatus(problem.kind().status());
        response.setContentType(Problems.TYPE);
        response.setHeader("Content-Language", language.getLanguage());
        problem.retryAfter().ifPresent(seconds -> response.setHeader(Problems.RETRY_AFTER, seconds.toString()));
        if (problem.kind() == Problem.Kind.TOO_LARGE) {
            response.setHeader("Connection", "close");
        }
        response.getOutputStream().write(json.writer(language).writeValueAsBytes(Problems.body(problem, language)));
    }

    /** A request of which no more than a limit can be read. */
    private static final class Bounded extends HttpServletRequestWrapper {
        private final long limit;

        Bounded(HttpServletRequest request, long limit) {
            super(request);
            this.limit = limit;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new BoundedStream(super.getInputStream(), limit);
        }
    }

    private static final class BoundedStream extends ServletInputStream {
        private final ServletInputStream in;
        private final long limit;
        private long read;

        BoundedStream(ServletInputStream in, long limit) {
            this.in = in;
            this.limit = limit;
        }

        @Override
        public int read() throws IOException {
            return count(in.read(), 1);
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int got = in.read(bytes, offset, length);
            return count(got, got);
        }

        private int count(int got, int more) {
            read += got < 0 ? 0 : more;
            if (read > limit) {
                throw Problem.tooLarge("", limit);
            }
            return got;
        }

        @Override
        public boolean isFinished() {
            return in.isFinished();
        }

        @Override
        public boolean isReady() {
            return in.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            in.setReadListener(listener);
        }
    }
}
