// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.supervision;

import java.time.LocalDate;

/**
 * A notice to be issued. What {@code origin} knows need not be given: the division, site, cause and text of a concluded
 * inspection; the division, cause and text of a late case; division and site of a complaint.
 *
 * @param kind criticism or rectification
 * @param division 12-digit code of the division it is addressed to
 * @param site code of a site of the division, may be {@code null}
 * @param unit the responsible unit or post, may be {@code null}
 * @param responsible login of who is answerable, may be {@code null}
 * @param cause which of the three
 * @param text what is wrong and what is asked, at most 2,000 characters
 * @param reference number of the paper (文号), may be {@code null}
 * @param origin {@code inspections/12}, {@code cases/…} or {@code complaints/…}; may be {@code null}
 * @param issuedOn {@code null} for today; a notice that was issued on paper is entered with its day
 * @param days limit in working days after {@code issuedOn}, 1 to 250; {@code null} where {@code dueOn} says it
 * @param dueOn last day of the limit; rectification needs this or {@code days}
 */
public record NoticeDraft(
        Notice.Kind kind,
        String division,
        String site,
        String unit,
        String responsible,
        Cause cause,
        String text,
        String reference,
        String origin,
        LocalDate issuedOn,
        Integer days,
        LocalDate dueOn) {}
