// SPDX-License-Identifier: Apache-2.0
package org.sanban.bench;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** Fictional citizens. */
final class Citizens {
    private static final LocalDate FIRST = LocalDate.of(1950, 1, 1);
    private static final int DAYS = 20_000;
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    private Citizens() {}

    /** The ID number (GB 11643) of the citizen {@code index}; another one for each of the first 20 million. */
    static String number(int index) {
        String head = "610926"
                + FIRST.plusDays(index % DAYS).format(DateTimeFormatter.BASIC_ISO_DATE)
                + Integer.toString(1000 + index / DAYS % 1000).substring(1);
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (head.charAt(i) - '0') * WEIGHTS[i];
        }
        return head + "10X98765432".charAt(sum % 11);
    }
}
