// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.sms.internal;

import java.util.Optional;
import java.util.regex.Pattern;
import org.sanban.api.identity.Telephone;

/** Mobile numbers of the mainland (手机号码). */
final class Phone {
    private static final Pattern MOBILE = Pattern.compile("1[3-9][0-9]{9}");

    private Phone() {}

    /** The 11 digits, however it was written; empty when it is no mobile number. */
    static Optional<String> local(String written) {
        return Optional.of(Telephone.plain(String.valueOf(written)))
                .filter(plain -> MOBILE.matcher(plain).matches());
    }

    /** @param form {@code local}, {@code 86} or {@code +86} */
    static String written(String local, String form) {
        return form.strip().equals("local") ? local : form.strip() + local;
    }
}
