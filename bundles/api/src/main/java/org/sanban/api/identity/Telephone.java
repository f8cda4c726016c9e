// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.identity;

import java.text.Normalizer;

/** Telephone numbers (电话号码), however they are written. */
public final class Telephone {
    private Telephone() {}

    /**
     * The same for all ways to write a number: without spaces, hyphens and brackets, and a mobile number of the mainland without
     * +86, 86 or 0086. What is no number comes back without these as well.
     */
    public static String plain(String written) {
        return Normalizer.normalize(written, Normalizer.Form.NFKC)
                .replaceAll("[\\s()-]", "")
                .replaceFirst("^([+]|00)?86(?=1[3-9][0-9]{9}$)", "");
    }
}
