// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal;

import java.util.OptionalLong;

/**
 * Number of a case (办件编号): county 6, year 2, serial 8, check digit: 17 digits. The serial is the row's id, so that a
 * number leads straight to its row; the check digit (ISO 7064 MOD 11,10) catches a slip of the pen or of the ear. Serials
 * come from blocks that a node reserves: never reused, with gaps where a node stopped before its block was used up.
 */
final class CaseNumber {
    private static final long SERIALS = 100_000_000L;

    private CaseNumber() {}

    /** The number of serial {@code id}, submitted in {@code year} in the county of {@code division}. */
    static String of(long id, int year, String division) {
        if (id >= SERIALS) {
            throw new IllegalStateException("the serials of case numbers are used up");
        }
        String head = division.substring(0, 6)
                + two(year % 100)
                + Long.toString(SERIALS + id).substring(1);
        return head + check(head);
    }

    /** The serial in {@code number}, empty when it is none: wrong length, other characters, wrong check digit. */
    static OptionalLong id(String number) {
        if (number == null || number.length() != 17 || !number.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return OptionalLong.empty();
        }
        String head = number.substring(0, 16);
        return number.charAt(16) == check(head)
                ? OptionalLong.of(Long.parseLong(number.substring(8, 16)))
                : OptionalLong.empty();
    }

    /** Whether it is the number of a case of the county of {@code division}. */
    static boolean of(String number, String division) {
        return id(number).isPresent() && number.startsWith(division.substring(0, 6));
    }

    private static char check(String digits) {
        int product = 10;
        for (int i = 0; i < digits.length(); i++) {
            int sum = (digits.charAt(i) - '0' + product) % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        return (char) ('0' + (11 - product) % 10);
    }

    private static String two(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }
}
