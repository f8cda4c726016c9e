// SPDX-License-Identifier: Apache-2.0
package org.sanban.web.internal;

import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.MatrixParam;
import javax.ws.rs.PathParam;
import javax.ws.rs.QueryParam;
import javax.ws.rs.ext.ParamConverter;
import javax.ws.rs.ext.ParamConverterProvider;
import javax.ws.rs.ext.Provider;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Text;
import org.sanban.api.problem.Texts;

/**
 * Reads parameters that are no plain text. One that cannot be read is named together with what it takes; JAX-RS would
 * answer 404, and take any word for a false.
 */
@Provider
final class Parameters implements ParamConverterProvider {
    private static final Texts TEXTS = Texts.of(Parameters.class);
    private static final Function<String, Object> INTEGER = Integer::valueOf;
    private static final Function<String, Object> LONG = Long::valueOf;
    private static final Map<Class<?>, Kind> KINDS = Map.of(
            int.class, new Kind(INTEGER, TEXTS.get("parameter.integer", Integer.MAX_VALUE)),
            Integer.class, new Kind(INTEGER, TEXTS.get("parameter.integer", Integer.MAX_VALUE)),
            long.class, new Kind(LONG, TEXTS.get("parameter.integer", Long.MAX_VALUE)),
            Long.class, new Kind(LONG, TEXTS.get("parameter.integer", Long.MAX_VALUE)),
            boolean.class, new Kind(Parameters::truth, TEXTS.get("parameter.boolean")),
            Boolean.class, new Kind(Parameters::truth, TEXTS.get("parameter.boolean")),
            LocalDate.class, new Kind(LocalDate::parse, TEXTS.get("parameter.date")),
            Instant.class, new Kind(Instant::parse, TEXTS.get("parameter.moment")));

    /**
     * A type of parameters.
     *
     * @param read reads a value, or throws
     * @param takes what it takes
     */
    private record Kind(Function<String, Object> read, Text takes) {}

    @Override
    public <T> ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        Kind kind = type.isEnum() ? words(type) : KINDS.get(type);
        return kind == null ? null : new Converter<>(kind, name(annotations));
    }

    private static Kind words(Class<?> type) {
        Map<String, Object> words = Arrays.stream(type.getEnumConstants())
                .collect(Collectors.toMap(word -> ((Enum<?>) word).name(), Function.identity()));
        String all = Arrays.stream(type.getEnumConstants())
                .map(word -> ((Enum<?>) word).name())
                .collect(Collectors.joining(", "));
        return new Kind(value -> Objects.requireNonNull(words.get(value)), TEXTS.get("parameter.word", all));
    }

    private static Object truth(String value) {
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(value);
        };
    }

    private static String name(Annotation[] annotations) {
        for (Annotation annotation : annotations) {
            if (annotation instanceof QueryParam query) {
                return query.value();
            }
            if (annotation instanceof PathParam path) {
                return path.value();
            }
            if (annotation instanceof HeaderParam header) {
                return header.value();
            }
            if (annotation instanceof MatrixParam matrix) {
                return matrix.value();
            }
        }
        return "";
    }

    private record Converter<T>(Kind kind, String name) implements ParamConverter<T> {
        private static final int SHOWN = 60;

        @Override
        @SuppressWarnings("unchecked")
        public T fromString(String value) {
            if (value == null) {
                return null;
            }
            try {
                return (T) kind.read().apply(value.strip());
            } catch (RuntimeException e) {
                String shown = value.length() > SHOWN ? value.substring(0, SHOWN) + "…" : value;
                throw Problem.invalid(name, TEXTS.get("parameter", name, shown, kind.takes()));
            }
        }

        @Override
        public String toString(T value) {
            return String.valueOf(value);
        }
    }
}
