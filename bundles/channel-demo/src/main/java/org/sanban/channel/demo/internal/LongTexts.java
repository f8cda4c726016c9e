// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.demo.internal;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.SubmitSm;

/**
 * Joins the parts of long texts as a telephone does: by the header that numbers them (3GPP TS 23.040, 9.2.3.24.1 and .8),
 * or by what the message centre makes that header of (sar_msg_ref_num and its two: SMPP 3.4, 5.3.2.22 to 24).
 */
final class LongTexts {
    private static final int MOST = 100;
    private static final byte UCS2 = 8;
    private static final byte SHORT_REFERENCE = 0;
    private static final byte LONG_REFERENCE = 8;

    /** Which part of what it is. */
    private record Place(String reference, int of, int which) {}

    /** Parts of texts that are not whole yet; the oldest of many are forgotten. */
    private final Map<String, Map<Integer, String>> begun = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Map<Integer, String>> eldest) {
            return size() > MOST;
        }
    };

    /** What a short message says; empty as long as parts of it are missing. */
    synchronized Optional<String> take(SubmitSm one) {
        byte[] content = content(one);
        int header = one.isUdhi() && content.length > 0 ? Math.min((content[0] & 0xFF) + 1, content.length) : 0;
        Charset charset = one.getDataCoding() == UCS2 ? StandardCharsets.UTF_16BE : StandardCharsets.ISO_8859_1;
        String text = new String(content, header, content.length - header, charset);
        Place place = header > 0 ? place(Arrays.copyOf(content, header)) : place(one);
        if (place == null || place.which() < 1 || place.which() > place.of()) {
            return Optional.of(text);
        }
        String whole = String.join(" ", one.getSourceAddr(), one.getDestAddress(), place.reference(), "" + place.of());
        Map<Integer, String> parts = begun.computeIfAbsent(whole, first -> new TreeMap<>());
        parts.put(place.which(), text);
        if (parts.size() < place.of()) {
            return Optional.empty();
        }
        begun.remove(whole);
        return Optional.of(String.join("", parts.values()));
    }

    private static byte[] content(SubmitSm one) {
        OptionalParameter.Message_payload payload = one.getOptionalParameter(OptionalParameter.Message_payload.class);
        return payload == null ? one.getShortMessage() : payload.getValue();
    }

    /** Elements follow the header's length, each a kind, its length and its octets; {@code null} where none numbers parts. */
    private static Place place(byte[] header) {
        for (int at = 1; at + 1 < header.length; at += 2 + (header[at + 1] & 0xFF)) {
            boolean wide = header[at] == LONG_REFERENCE;
            int counts = at + (wide ? 4 : 3);
            if ((wide || header[at] == SHORT_REFERENCE) && counts + 1 < header.length) {
                String reference = Arrays.toString(Arrays.copyOfRange(header, at + 2, counts));
                return new Place(reference, header[counts] & 0xFF, header[counts + 1] & 0xFF);
            }
        }
        return null;
    }

    private static Place place(SubmitSm one) {
        OptionalParameter.Sar_msg_ref_num reference = one.getOptionalParameter(OptionalParameter.Sar_msg_ref_num.class);
        OptionalParameter.Sar_total_segments of = one.getOptionalParameter(OptionalParameter.Sar_total_segments.class);
        OptionalParameter.Sar_segment_seqnum which =
                one.getOptionalParameter(OptionalParameter.Sar_segment_seqnum.class);
        return reference == null || of == null || which == null
                ? null
                : new Place("sar " + reference.getValue(), of.getValue() & 0xFF, which.getValue() & 0xFF);
    }
}
