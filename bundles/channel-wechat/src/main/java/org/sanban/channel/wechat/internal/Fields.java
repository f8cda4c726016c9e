// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.wechat.internal;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.sanban.api.problem.Text;
import org.sanban.api.problem.Texts;

/**
 * Values of a subscribe message, as WeChat takes them by the kind in the field's name ({@code thing1}; 参数值内容限制). Words
 * that are too long are cut, for the reader understands what is left; of a number, time or status nothing is cut, since
 * what is left would say something else.
 */
final class Fields {
    private static final Texts TEXTS = Texts.of(Fields.class);
    private static final int THING = 20;
    private static final int NAME = 10;
    private static final int LATIN_NAME = 20;
    private static final String DAY = "\\d{4}(年\\d{1,2}月\\d{1,2}日|-\\d{1,2}-\\d{1,2}|/\\d{1,2}/\\d{1,2})";
    private static final String HOUR = "\\d{1,2}:\\d{2}(:\\d{2})?";
    private static final String MOMENT = "(" + DAY + "( ?" + HOUR + ")?|" + HOUR + ")";
    private static final Pattern NOT_LATIN = Pattern.compile("[^\\x20-\\x7e]");

    /** By kind; a kind that is not here takes any value that is not empty. */
    private static final Map<String, Pattern> KINDS = Map.of(
            "number", Pattern.compile("(?=.{1,32}$)-?\\d+(\\.\\d+)?"),
            "letter", Pattern.compile("[A-Za-z]{1,32}"),
            "symbol", Pattern.compile("[^\\p{IsHan}A-Za-z0-9\\s]{1,5}"),
            "character_string", Pattern.compile("[\\x21-\\x7e]{1,32}"),
            "time", Pattern.compile(MOMENT + "(~" + MOMENT + ")?"),
            "date", Pattern.compile(MOMENT + "(~" + MOMENT + ")?"),
            "amount", Pattern.compile("[^\\d\\s]?\\d{1,10}(\\.\\d+)?元?"),
            "phone_number", Pattern.compile("[0-9+() -]{1,17}"),
            "car_number", Pattern.compile("[\\p{IsHan}A-Z][A-Z0-9]{0,6}[\\p{IsHan}A-Z0-9]"),
            "phrase", Pattern.compile("\\p{IsHan}{1,5}"));

    private Fields() {}

    /** What keeps a value from being sent, in words that do not repeat it. */
    static Optional<Text> fault(Map<String, String> values) {
        for (Map.Entry<String, String> field : values.entrySet()) {
            String value = fit(field.getKey(), field.getValue());
            Pattern pattern = KINDS.get(kind(field.getKey()));
            if (value.isEmpty() || pattern != null && !pattern.matcher(value).matches()) {
                return Optional.of(TEXTS.get("unfit", field.getKey()));
            }
        }
        return Optional.empty();
    }

    /** The values as they go to WeChat. */
    static ObjectNode json(Map<String, String> values) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        values.forEach((field, value) -> data.putObject(field).put("value", fit(field, value)));
        return data;
    }

    private static String fit(String field, String value) {
        String plain =
                value == null ? "" : value.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return switch (kind(field)) {
            case "thing" -> plain.length() <= THING ? plain : cut(plain, THING - 1) + "…";
            case "name" -> cut(plain, NOT_LATIN.matcher(plain).find() ? NAME : LATIN_NAME);
            default -> plain;
        };
    }

    private static String kind(String field) {
        return field.replaceAll("\\d+$", "");
    }

    /** Without half a character at the end. */
    static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest);
    }
}
