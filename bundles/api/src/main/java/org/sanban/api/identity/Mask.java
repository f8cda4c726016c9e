// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.identity;

/** How personal data is shown where the reader does not need it whole: in lists, in logs, to the public. */
public final class Mask {
    private Mask() {}

    /** The first character (code point) and a star for each further one, at most three: 王小明 becomes 王**. */
    public static String name(String name) {
        if (name == null || name.isEmpty()) {
            return "";
        }
        int first = name.offsetByCodePoints(0, 1);
        int rest = name.codePointCount(first, name.length());
        return name.substring(0, first) + "*".repeat(Math.min(Math.max(rest, 1), 3));
    }

    /** The first {@code head} and last {@code tail} characters with stars between; all stars when it is shorter. */
    public static String number(String number, int head, int tail) {
        if (number == null || number.isEmpty()) {
            return "";
        }
        int hidden = number.length() - head - tail;
        return hidden <= 0
                ? "*".repeat(number.length())
                : number.substring(0, head) + "*".repeat(hidden) + number.substring(number.length() - tail);
    }
}
