// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.hotline.internal.open311;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;

/**
 * The fields of a form-encoded request in UTF-8, as the specification has it. What is encoded otherwise is refused: read
 * with another character set it would be kept as a text that nobody can read.
 *
 * @param fields value by name; a blank one is not there
 */
record Form(Map<String, String> fields) {
    private static final Texts TEXTS = Texts.of(Form.class);
    private static final String TYPE = "application/x-www-form-urlencoded";
    /** 4,000 Chinese characters take 36 kB. */
    private static final int LARGEST = 64 * 1024;

    /**
     * Reads a form.
     *
     * @param type the request's Content-Type
     * @throws Problem invalid, unsupported type, or too large
     */
    static Form read(String type, InputStream body) {
        String given = type == null ? "" : type.toLowerCase(Locale.ROOT).replaceAll("[\\s\"]", "");
        boolean form = given.equals(TYPE) || given.startsWith(TYPE + ";");
        if (!form || given.contains("charset=") && !given.endsWith("charset=utf-8")) {
            throw Problem.unsupportedType("Content-Type", TEXTS.get("form.type", String.valueOf(type)));
        }
        try {
            byte[] bytes = body.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw Problem.tooLarge("", LARGEST);
            }
            return new Form(fields(new String(bytes, StandardCharsets.ISO_8859_1)));
        } catch (IOException e) {
            throw Problem.invalid("", TEXTS.get("form.broken"));
        }
    }

    private static Map<String, String> fields(String text) {
        Map<String, String> fields = new HashMap<>();
        for (String pair : text.split("&")) {
            int sign = pair.indexOf('=');
            if (sign > 0) {
                String value = decoded(pair.substring(sign + 1)).strip();
                String name = decoded(pair.substring(0, sign));
                if (!value.isEmpty() && fields.put(name, value) != null) {
                    throw Problem.invalid(name, TEXTS.get("form.twice", name));
                }
            }
        }
        return fields;
    }

    private static String decoded(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '%') {
                int code = i + 2 < text.length() ? hex(text.charAt(i + 1), text.charAt(i + 2)) : -1;
                if (code < 0) {
                    throw Problem.invalid("", TEXTS.get("form.broken"));
                }
                bytes.write(code);
                i += 2;
            } else {
                bytes.write(c == '+' ? ' ' : c);
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw Problem.invalid("", TEXTS.get("form.utf8"));
        }
    }

    private static int hex(char high, char low) {
        int first = Character.digit(high, 16);
        int second = Character.digit(low, 16);
        return first < 0 || second < 0 ? -1 : first * 16 + second;
    }

    /** A field, {@code null} when it is not there. */
    String get(String name) {
        return fields.get(name);
    }

    /** Answers to a service definition: {@code attribute[code]}, by code. */
    Map<String, String> attributes() {
        Map<String, String> attributes = new TreeMap<>();
        fields.forEach((name, value) -> {
            if (name.startsWith("attribute[") && name.endsWith("]")) {
                attributes.put(name.substring("attribute[".length(), name.length() - 1), value);
            }
        });
        return attributes;
    }

    /** Without what it says: it may be personal. */
    @Override
    public String toString() {
        return "form of " + fields.size() + " fields";
    }
}
