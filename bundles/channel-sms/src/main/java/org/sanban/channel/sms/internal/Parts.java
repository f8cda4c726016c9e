// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.sms.internal;

import java.util.ArrayList;
import java.util.List;

/**
 * How a text is cut into short messages (计费条数). All are written in UCS-2: with the signature in 【】 none fits the
 * 7-bit alphabet. One holds 70 characters, each of several 67, beside the 6 octets that number them (3GPP TS 23.040).
 */
final class Parts {
    private static final int ALONE = 70;
    private static final int ONE_OF_SEVERAL = 67;

    private Parts() {}

    /** The parts in order, one for a text that fits; no character beyond the basic plane (𠮷) is torn apart. */
    static List<String> of(String text) {
        if (text.length() <= ALONE) {
            return List.of(text);
        }
        List<String> parts = new ArrayList<>();
        for (int from = 0; from < text.length(); ) {
            int to = Math.min(text.length(), from + ONE_OF_SEVERAL);
            if (to < text.length() && Character.isHighSurrogate(text.charAt(to - 1))) {
                to--;
            }
            parts.add(text.substring(from, to));
            from = to;
        }
        return parts;
    }
}
