// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.sms.internal;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Mobile numbers of the mainland (手机号码). */
final class Phone {
    private static final Pattern MOBILE = Pattern.compile("(?:\\+?86|0086)?(1[3-9][0-9]{9})");

    private Phone() {}

    /** The 11 digits, however it was written; empty when it is no mobile number. */
    static Optional<String> local(String written) {
        String plain = Normalizer.normalize(String.valueOf(written), Normalizer.Form.NFKC)
                .replaceAll("[\\s()-]", "");
        Matcher mobile = MOBILE.matcher(plain);
        return mobile.matches() ? Optional.of(mobile.group(1)) : Optional.empty();
    }

    /** @param form {@code local}, {@code 86} or {@code +86} */
    static String written(String local, String form) {
        return form.strip().equals("local") ? local : form.strip() + local;
    }
}
