// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.identity;

import java.util.regex.Pattern;
import org.sanban.api.problem.Text;

/** Unified social credit code (统一社会信用代码), GB 32100-2015: 18 characters without I, O, Z, S, V, a check character. */
public final class CreditCode {
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final Pattern FORM = Pattern.compile("[0-9A-HJ-NPQRTUWXY]{18}");
    private static final int[] WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};

    private CreditCode() {}

    /** What is wrong with {@code code} (upper case, no blanks) and what to do, or {@code null} when it is valid. */
    public static Text fault(String code) {
        if (code == null || !FORM.matcher(code).matches()) {
            return new Text(
                    "统一社会信用代码应为 18 位数字和大写字母（不含 I、O、Z、S、V）。",
                    "The unified social credit code must have 18 digits and capital letters without I, O, Z, S, V.");
        }
        if (checkCharacter(code) != code.charAt(17)) {
            return new Text(
                    "统一社会信用代码校验位不符，可能有一位写错，请对照证照逐位核对。",
                    "The unified social credit code's check character does not match; compare with the certificate.");
        }
        return null;
    }

    /** The check character that belongs to the first 17 characters. */
    public static char checkCharacter(String code) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += ALPHABET.indexOf(code.charAt(i)) * WEIGHTS[i];
        }
        return ALPHABET.charAt((31 - sum % 31) % 31);
    }
}
