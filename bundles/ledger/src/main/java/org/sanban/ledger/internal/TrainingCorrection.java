// SPDX-License-Identifier: Apache-2.0
package org.sanban.ledger.internal;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/**
 * A correction of a training's record.
 *
 * @param changedBy login of who corrected it
 * @param changedName that person's name
 * @param changedAt when
 * @param before what it said before
 */
@Schema(name = "TrainingCorrection", description = "更正经过 What a training's record said before")
record TrainingCorrection(String changedBy, String changedName, Instant changedAt, Training before) {
    static TrainingCorrection of(CorrectionEntity row) {
        return new TrainingCorrection(
                row.changedBy, row.changedName, Moments.instant(row.changedAt), Json.read(Training.class, row.content));
    }
}
