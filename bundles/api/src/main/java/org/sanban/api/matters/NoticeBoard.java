// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.matters;

import java.util.List;

/**
 * The notice board of a site (公开栏, R23–R25), held against the guides in force and the lists that its division follows: at a
 * hall or centre what is placed there and what is handled by proxy (R46), at a station what is handled by proxy (R47).
 *
 * @param site its code
 * @param hanging how many printed guides hang there, as far as recorded
 * @param outdated those that are not the guide in force, by matter
 * @param missing matters in force of the lists that have no notice there, by matter; empty where no list is published
 */
public record NoticeBoard(String site, int hanging, List<BoardEntry> outdated, List<BoardEntry> missing) {
    /**
     * A matter on a notice board, or not on it.
     *
     * @param matter its code
     * @param name its name
     * @param hanging version of the guide that hangs there, {@code null} for none
     * @param inForce version in force, {@code null} when the matter is withdrawn
     */
    public record BoardEntry(String matter, String name, Integer hanging, Integer inForce) {}

    public NoticeBoard {
        outdated = List.copyOf(outdated);
        missing = List.copyOf(missing);
    }
}
