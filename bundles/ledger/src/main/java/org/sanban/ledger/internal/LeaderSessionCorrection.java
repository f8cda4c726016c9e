// SPDX-License-Identifier: Apache-2.0
package org.sanban.ledger.internal;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/**
 * A correction of a session's record.
 *
 * @param changedBy login of who corrected it
 * @param changedName that person's name
 * @param changedAt when
 * @param before what it said before
 */
@Schema(name = "LeaderSessionCorrection", description = "更正经过 What a session's record said before")
record LeaderSessionCorrection(String changedBy, String changedName, Instant changedAt, LeaderSession before) {
    static LeaderSessionCorrection of(CorrectionEntity row) {
        return new LeaderSessionCorrection(
                row.changedBy,
                row.changedName,
                Moments.instant(row.changedAt),
                Json.read(LeaderSession.class, row.content));
    }
}
