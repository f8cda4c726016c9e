// SPDX-License-Identifier: Apache-2.0
package org.sanban.ledger.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Something a village was given (R139: money, people, information technology).
 *
 * @param id its number
 * @param division 12-digit code of the village
 * @param kind money, people or technology
 * @param givenOn the day
 * @param giver who gave it
 * @param what what it was
 * @param amount in yuan, {@code null} where it is not money
 * @param files ids of kept files
 * @param cancelled whether the record was withdrawn
 * @param recordedBy login
 * @param recordedAt when it was entered
 */
record Support(
        long id,
        String division,
        Kind kind,
        LocalDate givenOn,
        String giver,
        String what,
        BigDecimal amount,
        List<String> files,
        boolean cancelled,
        String recordedBy,
        Instant recordedAt) {
    Support {
        files = List.copyOf(files);
    }

    /** What R139 combines. */
    enum Kind {
        /** 资金 */
        MONEY,
        /** 人才、人员 */
        PEOPLE,
        /** 信息技术 */
        TECHNOLOGY
    }
}
