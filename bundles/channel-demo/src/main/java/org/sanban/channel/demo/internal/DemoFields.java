// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.demo.internal;

import java.util.Map;
import java.util.regex.Pattern;

/** What the made-up WeChat takes in a template's fields, as the real one documents it (参数值内容限制). */
final class DemoFields {
    private static final Map<String, Pattern> KINDS = Map.of(
            "thing", Pattern.compile("[^\\p{Cntrl}]{1,20}"),
            "phrase", Pattern.compile("\\p{IsHan}{1,5}"),
            "character_string", Pattern.compile("[\\x21-\\x7e]{1,32}"),
            "number", Pattern.compile("[0-9.]{1,32}"),
            "name", Pattern.compile("[^\\p{Cntrl}]{1,20}"),
            "time", Pattern.compile("[0-9年月日:：/~ -]{4,40}"),
            "date", Pattern.compile("[0-9年月日:：/~ -]{4,40}"));
    private static final Pattern OTHER = Pattern.compile("[^\\p{Cntrl}]{1,32}");

    private DemoFields() {}

    /** The first field that is wrong, {@code null} where none is. */
    static String wrong(Map<String, String> fields) {
        if (fields.isEmpty()) {
            return "data";
        }
        for (Map.Entry<String, String> field : fields.entrySet()) {
            String kind = field.getKey().replaceAll("\\d+$", "");
            if (!KINDS.getOrDefault(kind, OTHER).matcher(field.getValue()).matches()) {
                return "data." + field.getKey() + ".value";
            }
        }
        return null;
    }
}
