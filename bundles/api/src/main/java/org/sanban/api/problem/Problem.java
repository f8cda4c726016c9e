// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.problem;

import java.io.Serial;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a caller did wrong or cannot have: the one exception that services throw at their callers. The REST door writes
 * it as RFC 9457 problem+json, the SOAP door as a typed fault, the shell as one line. Anything else that escapes a
 * service is a defect and reaches the caller only as an incident id.
 *
 * <p>It carries no stack trace, because it says nothing about the code.
 */
public final class Problem extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final Texts TEXTS = Texts.of(Problem.class);
    private static final Duration A_MOMENT = Duration.ofSeconds(5);

    /** The few kinds of problem there are, each with its HTTP status. */
    public enum Kind {
        /** The request's content is wrong; see {@link Problem#violations()}. */
        INVALID(400),
        /** Nobody, or not who they say they are. */
        UNAUTHENTICATED(401),
        /** Known, but not allowed. */
        FORBIDDEN(403),
        /** Not there, or not for this caller to know of. */
        NOT_FOUND(404),
        /** Right in itself, but not in the present state: a stale version, a stage that does not allow it. */
        CONFLICT(409),
        /** Larger than what is taken. */
        TOO_LARGE(413),
        /** Of a type that is not taken. */
        UNSUPPORTED_TYPE(415),
        /** Tried too often (RFC 6585): this caller, this number, this login. Worth another try after the pause it names. */
        TOO_MANY(429),
        /** Not now: the plugin is absent, the store is full. Worth another try. */
        UNAVAILABLE(503);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        /** The HTTP status. */
        public int status() {
            return status;
        }
    }

    /**
     * One thing that is wrong with the request.
     *
     * @param field path of the field in the request ({@code applicant.idNumber}, {@code materials[0].code})
     * @param message what is wrong and what to do
     */
    public record Violation(String field, Text message) {
        public Violation {
            Objects.requireNonNull(field, "field");
            Objects.requireNonNull(message, "message");
        }
    }

    private final Kind kind;
    private final transient Text detail;
    private final transient List<Violation> violations;
    private final Duration pause;

    private Problem(Kind kind, Text detail, List<Violation> violations) {
        this(kind, detail, violations, null);
    }

    private Problem(Kind kind, Text detail, List<Violation> violations, Duration pause) {
        super(kind + ": " + detail.en(), null, false, false);
        this.kind = kind;
        this.detail = detail;
        this.violations = List.copyOf(violations);
        this.pause = pause;
    }

    /** One field is wrong. */
    public static Problem invalid(String field, Text message) {
        return invalid(List.of(new Violation(field, message)));
    }

    /** Several fields are wrong; all are named at once (R34). */
    public static Problem invalid(List<Violation> violations) {
        Text first = violations.get(0).message();
        return new Problem(
                Kind.INVALID,
                violations.size() == 1 ? first : TEXTS.get("invalid", violations.size(), first),
                violations);
    }

    /** Nobody is logged in, or the token or password is wrong or expired. */
    public static Problem unauthenticated(Text detail) {
        return new Problem(Kind.UNAUTHENTICATED, detail, List.of());
    }

    /** The actor may not do this. */
    public static Problem forbidden(Text detail) {
        return new Problem(Kind.FORBIDDEN, detail, List.of());
    }

    /**
     * Nothing there by that key, or not for this caller to know of.
     *
     * @param noun what was looked for: {@code case}, {@code matter}, {@code site}, {@code division}, {@code window},
     *     {@code account}, {@code person}, {@code attachment}, {@code mode} … (a word without a text stands for itself)
     * @param key by what it was looked for
     */
    public static Problem notFound(String noun, String key) {
        return new Problem(Kind.NOT_FOUND, TEXTS.get("not-found", noun(noun), key), List.of());
    }

    /** Not there, with words of its own: what to do so that it is. */
    public static Problem notFound(Text detail) {
        return new Problem(Kind.NOT_FOUND, detail, List.of());
    }

    /** Right in itself, but not in the present state. */
    public static Problem conflict(Text detail) {
        return new Problem(Kind.CONFLICT, detail, List.of());
    }

    /** Larger than {@code limit} bytes. */
    public static Problem tooLarge(String field, long limit) {
        Text detail = TEXTS.get("too-large", limit);
        return new Problem(Kind.TOO_LARGE, detail, List.of(new Violation(field, detail)));
    }

    /** Of a type that is not taken. */
    public static Problem unsupportedType(String field, Text detail) {
        return new Problem(Kind.UNSUPPORTED_TYPE, detail, List.of(new Violation(field, detail)));
    }

    /** Tried too often; {@code pause} is how long until another try is taken. */
    public static Problem tooMany(Text detail, Duration pause) {
        return new Problem(Kind.TOO_MANY, detail, List.of(), pause);
    }

    /** Not now, but perhaps in a moment. */
    public static Problem unavailable(Text detail) {
        return unavailable(detail, A_MOMENT);
    }

    /** Not now; {@code pause} is how long to wait before another try. */
    public static Problem unavailable(Text detail, Duration pause) {
        return new Problem(Kind.UNAVAILABLE, detail, List.of(), pause);
    }

    /** The same, which is about one field of the request: what it names is not there, or not now. */
    public Problem about(String field) {
        return new Problem(kind, detail, List.of(new Violation(field, detail)), pause);
    }

    /** Which kind. */
    public Kind kind() {
        return kind;
    }

    /** What is wrong, where, and what to do. */
    public Text detail() {
        return detail;
    }

    /** Every wrong field, none where the problem is not one of fields. */
    public List<Violation> violations() {
        return violations;
    }

    /**
     * In how many seconds the same request is worth another try, at least 1: {@code Retry-After}. Empty where the request,
     * the caller or the state must change first.
     */
    public Optional<Long> retryAfter() {
        return Optional.ofNullable(pause)
                .map(wait -> Math.max(1, wait.plusSeconds(1).minusNanos(1).toSeconds()));
    }

    private static Text noun(String noun) {
        return TEXTS.has("noun." + noun) ? TEXTS.get("noun." + noun) : Text.of(noun);
    }
}
