// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.channel;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.sanban.api.identity.Mask;

/**
 * A message as a channel delivers it. It says no more of a person than the template asks for.
 *
 * @param id of at most 40 letters, digits and {@code -}, the same at every try: a receiver that can tells repeats by it
 * @param address whom it is for, as the channel names people: an openid, a telephone number
 * @param template the template's id at the channel, {@code null} where it takes free text
 * @param values what the template's fields hold, by the channel's own field name, in order; each fits its field
 * @param text the whole message in words
 * @param link where more can be read, {@code null} for none
 * @param language the receiver's
 */
public record Message(
        String id,
        String address,
        String template,
        Map<String, String> values,
        String text,
        String link,
        Locale language) {
    public Message {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** Without what it says and whom it is for. */
    @Override
    public String toString() {
        return "message " + id + " to " + Mask.number(address, 3, 2);
    }
}
