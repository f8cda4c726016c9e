// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.supervision;

import java.time.LocalDate;
import java.util.List;

/**
 * The leading group of a division (工作领导小组, R135), by posts and units, never by persons.
 *
 * @param id key
 * @param division 12-digit code of the division that formed it
 * @param name what it is called
 * @param head the head's post: 常务副县长
 * @param members posts and units
 * @param office the unit that does its daily work, may be {@code null}
 * @param document number of the document that formed it (文号)
 * @param formedOn first day
 * @param endedOn the day on which a later one took its place, {@code null} for the one in force
 * @param evidence ids of attachments: the document
 */
public record LeadingGroup(
        long id,
        String division,
        String name,
        String head,
        List<String> members,
        String office,
        String document,
        LocalDate formedOn,
        LocalDate endedOn,
        List<String> evidence) {
    public LeadingGroup {
        members = List.copyOf(members);
        evidence = List.copyOf(evidence);
    }
}
