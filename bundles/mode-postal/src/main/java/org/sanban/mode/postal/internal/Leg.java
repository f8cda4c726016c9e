// SPDX-License-Identifier: Apache-2.0
package org.sanban.mode.postal.internal;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A way that a parcel goes. The case waits in a stage of its own meanwhile and comes back to the stage of 帮代办 it left, so
 * that nothing of that mode has to know of parcels.
 */
enum Leg {
    /** What the citizen hands in, to the agent. */
    PICK_UP("pick-up", "collecting", "fetching", "collect"),
    /** Originals, to the department. */
    DISPATCH("dispatch", "collecting", "handing-in", "submit-materials"),
    /** The result and everything that is given back, to the citizen. */
    DELIVER("deliver", "returning", "delivering", "file");

    /** The step that sends it. */
    final String action;
    /** The stage of 帮代办 it leaves from. */
    final String origin;
    /** The stage it is under way in. */
    final String stage;
    /** The step of 帮代办 whose rules it keeps. */
    final String like;

    Leg(String action, String origin, String stage, String like) {
        this.action = action;
        this.origin = origin;
        this.stage = stage;
        this.like = like;
    }

    /** The stage it is in when it was refused or comes back. */
    String refused() {
        return stage + "-refused";
    }

    /** The stage it is in when it is lost. */
    String lost() {
        return stage + "-lost";
    }

    List<String> stages() {
        return List.of(stage, refused(), lost());
    }

    static Optional<Leg> in(String stage) {
        return Stream.of(values()).filter(leg -> leg.stages().contains(stage)).findFirst();
    }

    static Optional<Leg> by(String action) {
        return Stream.of(values()).filter(leg -> leg.action.equals(action)).findFirst();
    }
}
