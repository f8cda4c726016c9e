// SPDX-License-Identifier: Apache-2.0
package org.sanban.evaluation.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.sanban.api.registry.Division;

/**
 * What sums are kept for.
 *
 * @param by which kind of thing
 * @param key its key, which begins with the code of its division: {@code 610926100000-01/chengguan-clerk}
 */
record Scope(By by, String key) {
    /** The kinds of reports (R72). */
    public enum By {
        /** A person at a site. */
        PERSON,
        /** A window of a site. */
        WINDOW,
        /** A site. */
        SITE,
        /** A division with all below it. */
        DIVISION,
        /** A way of serving in a division: a mode, {@code extended}, {@code appointment} (R69). */
        SERVICE
    }

    /** All that a rating counts for, always in the same order, so that two ratings never wait for each other in a ring. */
    static List<Scope> of(InvitationEntity invitation) {
        List<Scope> all = new ArrayList<>();
        all.add(new Scope(By.SITE, invitation.site));
        if (invitation.person != null) {
            all.add(new Scope(By.PERSON, invitation.site + "/" + invitation.person));
        }
        if (invitation.window != null) {
            all.add(new Scope(By.WINDOW, invitation.site + "/" + invitation.window));
        }
        Stream.of(invitation.division, Division.town(invitation.division), Division.county(invitation.division))
                .distinct()
                .forEach(division -> {
                    all.add(new Scope(By.DIVISION, division));
                    invitation.services().forEach(service -> all.add(new Scope(By.SERVICE, division + "/" + service)));
                });
        all.sort(Comparator.comparing(Scope::by).thenComparing(Scope::key));
        return all;
    }
}
