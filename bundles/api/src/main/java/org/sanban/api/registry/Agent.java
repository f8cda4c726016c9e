// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.registry;

import java.util.Set;

/**
 * Who helps or acts for citizens (帮代办人员, R95–R98), bound to areas (网格).
 *
 * @param account login of the account
 * @param kind which part of the team
 * @param name what people read
 * @param unit where the person works: 县审批局, 县人社局窗口
 * @param areas 12-digit codes of the divisions the person serves, each with its subtree
 * @param active whether cases may be handed to the person
 */
public record Agent(String account, Kind kind, String name, String unit, Set<String> areas, boolean active) {
    public Agent {
        areas = Set.copyOf(areas);
    }

    /** The parts of the team. */
    public enum Kind {
        /** County proxy specialist (县帮办代办专员, R95). */
        SPECIALIST,
        /** Liaison officer of a unit in the hall (进驻单位帮办代办联络员, R96). */
        LIAISON,
        /** Agent of a town (镇代办员, R97). */
        TOWN,
        /** Agent of a village or community (村代办员, R97). */
        VILLAGE
    }

    /** Whether the person serves a division. */
    public boolean serves(String division) {
        return areas.stream().anyMatch(area -> Division.contains(area, division));
    }
}
