// SPDX-License-Identifier: Apache-2.0
package org.sanban.supervision.internal;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import org.sanban.api.supervision.Cause;

/**
 * Somebody was held accountable (R38). A record of what an authority decided; the platform decides nothing.
 *
 * @param id key
 * @param division 12-digit code of the person's division
 * @param person name and post
 * @param account login, may be {@code null}
 * @param cause which of the three causes
 * @param measure what was decided, in the authority's words
 * @param authority who decided
 * @param reference number of the decision (文号), may be {@code null}
 * @param decidedOn day of the decision
 * @param notice id of the notice it followed, may be {@code null}
 * @param text further words, may be {@code null}
 * @param recorder name of who recorded it
 * @param revokedOn day it was taken back, {@code null} while it stands
 * @param revokedWhy why
 */
@Schema(name = "Accountability", description = "责任追究 Somebody was held accountable")
public record Accountability(
        long id,
        String division,
        String person,
        String account,
        Cause cause,
        String measure,
        String authority,
        String reference,
        LocalDate decidedOn,
        Long notice,
        String text,
        String recorder,
        LocalDate revokedOn,
        String revokedWhy) {}
