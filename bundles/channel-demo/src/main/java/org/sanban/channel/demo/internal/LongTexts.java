// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.demo.internal;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jsmpp.bean.SubmitSm;

/** Joins the parts of long texts as a telephone does, by the header that numbers them (3GPP TS 23.040, 9.2.3.24.1). */
final class LongTexts {
    private static final int MOST = 100;
    private static final byte UCS2 = 8;
    private static final int HEADER = 6;

    /** Parts of texts that are not whole yet; the oldest of many are forgotten. */
    private final Map<String, Map<Byte, String>> begun = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Map<Byte, String>> eldest) {
            return size() > MOST;
        }
    };

    /** What a short message says; empty as long as parts of it are missing. */
    synchronized Optional<String> take(SubmitSm one) {
        byte[] content = one.getShortMessage();
        Charset charset = one.getDataCoding() == UCS2 ? StandardCharsets.UTF_16BE : StandardCharsets.ISO_8859_1;
        // Length of the header, a reference of one octet, its length, the reference, how many, which.
        if (!one.isUdhi() || content.length < HEADER || content[0] != 5 || content[1] != 0) {
            return Optional.of(new String(content, charset));
        }
        String whole = one.getDestAddress() + " " + content[3] + " " + content[4];
        Map<Byte, String> parts = begun.computeIfAbsent(whole, first -> new TreeMap<>());
        parts.put(content[5], new String(content, HEADER, content.length - HEADER, charset));
        if (parts.size() < content[4]) {
            return Optional.empty();
        }
        begun.remove(whole);
        return Optional.of(String.join("", parts.values()));
    }
}
