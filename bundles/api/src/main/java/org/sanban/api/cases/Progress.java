// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.sanban.api.problem.Text;

/**
 * What the applicant sees of a case without a login: no personal data but the masked name.
 *
 * @param number its number
 * @param matterName name of the matter
 * @param siteName name of the site
 * @param sitePhone service telephone of the site, may be {@code null}
 * @param applicant masked name
 * @param stage name of the stage
 * @param status what it means
 * @param holder who has it: 窗口人员
 * @param dueOn last day of the limit, {@code null} while none runs
 * @param daysLeft working days left, {@code null} where not known
 * @param light how it stands
 * @param why one sentence on the limit
 * @param lines the count of the limit line by line
 * @param missing names of the materials still to be handed in, when it waits for them
 * @param parts what is handled side by side, and how far it is
 * @param timeline what happened, oldest first
 * @param modeAbsent what the applicant is told while it cannot go on because its mode is not installed; else {@code null}
 */
public record Progress(
        String number,
        String matterName,
        String siteName,
        String sitePhone,
        String applicant,
        Text stage,
        Status status,
        Text holder,
        LocalDate dueOn,
        Integer daysLeft,
        Light light,
        Text why,
        List<Due.Line> lines,
        List<String> missing,
        List<PartLine> parts,
        List<Event> timeline,
        Text modeAbsent) {
    public Progress {
        lines = List.copyOf(lines);
        missing = List.copyOf(missing);
        parts = List.copyOf(parts);
        timeline = List.copyOf(timeline);
    }

    /**
     * A part that others handle.
     *
     * @param name what is handled
     * @param ended whether it is done
     * @param result what came of it, {@code null} while it is open
     */
    public record PartLine(String name, boolean ended, String result) {}

    /**
     * Something that happened.
     *
     * @param at when
     * @param what 受理
     * @param reason the reason given to the applicant, {@code null} where there is none
     */
    public record Event(Instant at, Text what, String reason) {}
}
