// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.identity;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.sanban.api.problem.Text;

/** Citizen identification number (公民身份号码), GB 11643-1999: 18 characters, a real birth date, a check digit. */
public final class CitizenNumber {
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final Pattern FORM = Pattern.compile("[1-9][0-9]{16}[0-9X]");
    private static final String CHECKS = "10X98765432";
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private CitizenNumber() {}

    /** What is wrong with {@code number} (upper case, no blanks) and what to do, or {@code null} when it is valid. */
    public static Text fault(String number) {
        if (number == null || !FORM.matcher(number).matches()) {
            return new Text(
                    "身份证号码应为 18 位：前 17 位是数字，最后一位是数字或 X。",
                    "The citizen number must have 18 characters: 17 digits and a digit or X.");
        }
        LocalDate birth = birthDate(number);
        if (birth == null) {
            String date = number.substring(6, 10) + "-" + number.substring(10, 12) + "-" + number.substring(12, 14);
            return new Text(
                    "身份证号码中的出生日期 " + date + " 不存在，请对照证件核对第 7 至 14 位。",
                    "The birth date " + date + " in the citizen number does not exist; check digits 7 to 14.");
        }
        if (birth.isAfter(LocalDate.now(CHINA)) || birth.getYear() < 1800) {
            return new Text(
                    "身份证号码中的出生日期 " + birth + " 不合理，请对照证件核对第 7 至 14 位。",
                    "The birth date " + birth + " in the citizen number cannot be; check digits 7 to 14.");
        }
        if (checkDigit(number) != number.charAt(17)) {
            return new Text(
                    "身份证号码校验位不符，可能有一位数字写错，请对照证件逐位核对。",
                    "The citizen number's check digit does not match; one digit may be wrong, compare with the card.");
        }
        return null;
    }

    /** The check digit that belongs to the first 17 digits. */
    public static char checkDigit(String number) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (number.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECKS.charAt(sum % 11);
    }

    /** The birth date in the number, or {@code null} when there is no such day. */
    private static LocalDate birthDate(String number) {
        try {
            return LocalDate.of(
                    Integer.parseInt(number.substring(6, 10)),
                    Integer.parseInt(number.substring(10, 12)),
                    Integer.parseInt(number.substring(12, 14)));
        } catch (DateTimeException e) {
            return null;
        }
    }
}
