// SPDX-License-Identifier: Apache-2.0
package org.sanban.mode.postal.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A way that a parcel goes. The case stays in the stage of 帮代办 it leaves from, and any number of parcels go beside each other. */
enum Leg {
    /** What the citizen hands in, to the agent. */
    PICK_UP("pick-up", "collect", "fetching", "collecting"),
    /** Originals, to the department. */
    DISPATCH("dispatch", "submit-materials", "handing-in", "collecting"),
    /** The result, to the citizen. */
    DELIVER("deliver", "file", "delivering", "returning"),
    /** Materials that are given back, to the citizen. */
    RETURN("return-materials", "file", null, "returning", "revoked");

    /** The step that sends it. */
    final String action;
    /** The step of 帮代办 whose rules it keeps. */
    final String like;
    /** Where the whole case waited for its only parcel, before version 2 of the workflow. */
    private final String waited;
    /** The stages it leaves from. */
    final Set<String> origins;

    Leg(String action, String like, String waited, String... origins) {
        this.action = action;
        this.like = like;
        this.waited = waited;
        this.origins = Set.of(origins);
    }

    /** Whether it goes to the citizen. */
    boolean home() {
        return this == DELIVER || this == RETURN;
    }

    static Optional<Leg> by(String action) {
        return Stream.of(values()).filter(leg -> leg.action.equals(action)).findFirst();
    }

    /** Whether a case of version 1 waited in this stage for a parcel that was under way. */
    static boolean wasUnderWay(String stage) {
        return Stream.of(values()).anyMatch(leg -> stage.equals(leg.waited));
    }

    /** Stages in which a case may have parcels, those of version 1 as well. */
    static Set<String> stages() {
        return Stream.of(values())
                .flatMap(leg -> Stream.concat(
                        leg.origins.stream(),
                        leg.waited == null
                                ? Stream.of()
                                : List.of(leg.waited, leg.waited + "-refused", leg.waited + "-lost").stream()))
                .collect(Collectors.toUnmodifiableSet());
    }
}
