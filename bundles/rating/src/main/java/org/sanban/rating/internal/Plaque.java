// SPDX-License-Identifier: Apache-2.0
package org.sanban.rating.internal;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import org.sanban.api.rating.Level;

/**
 * A plaque (牌匾) of three stars or more (R77).
 *
 * @param id its key
 * @param number what stands on it
 * @param site whose it is
 * @param division 12-digit code of the site's division
 * @param level that of the frozen score it was given for
 * @param period the rating period of that score
 * @param unit who gives it: 县委政法委
 * @param givenOn when
 * @param givenBy account
 * @param withdrawnOn when it was taken back, {@code null} while it stands
 * @param withdrawnBy account
 * @param reason why it was taken back
 */
@Schema(name = "StarPlaque")
record Plaque(
        long id,
        String number,
        String site,
        String division,
        Level level,
        String period,
        String unit,
        LocalDate givenOn,
        String givenBy,
        LocalDate withdrawnOn,
        String withdrawnBy,
        String reason) {}
