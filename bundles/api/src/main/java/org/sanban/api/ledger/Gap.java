// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.sanban.api.facts.Fact;
import org.sanban.api.problem.Text;

/**
 * Opening hours ahead in which a post stands empty or its holder has no substitute (AB岗, R39, R40).
 *
 * @param site code of the site
 * @param siteName its name
 * @param post number of the post
 * @param postName 综合窗口岗
 * @param kind what is wrong
 * @param day the day
 * @param from when it begins
 * @param until when it ends, on the same day
 * @param facts who is away, and since when that is known
 * @param advice what to do next
 */
public record Gap(
        String site,
        String siteName,
        long post,
        String postName,
        Kind kind,
        LocalDate day,
        Instant from,
        Instant until,
        List<Fact> facts,
        Text advice) {
    public Gap {
        facts = List.copyOf(facts);
    }

    /** What is wrong. */
    public enum Kind {
        /** Nobody is there (缺岗): the holder is away, and so is the substitute, or there is none. */
        EMPTY,
        /** The holder is there, but nobody could stand in (无人替岗). */
        ALONE
    }
}
