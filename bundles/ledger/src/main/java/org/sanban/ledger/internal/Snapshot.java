// SPDX-License-Identifier: Apache-2.0
package org.sanban.ledger.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.sanban.api.matters.NoticeBoard;
import org.sanban.api.matters.Scope;
import org.sanban.api.registry.Agent;
import org.sanban.api.registry.Site;
import org.sanban.api.registry.Staff;
import org.sanban.api.registry.Window;

/**
 * All that is known of a site on a day: what checks look at.
 *
 * @param site the site
 * @param day the day
 * @param ledger what is written down, of version 0 when nothing is
 * @param seen what was seen last of each item
 * @param windows its windows
 * @param staff its staff
 * @param agents agents in service: a town's or village's own, the county's specialists and liaison officers at a hall
 * @param listed the proxy matters it serves
 * @param tally its cases of the months that are looked at
 * @param posts its posts
 * @param board what hangs on its notice board
 * @param settings what the operator set
 */
record Snapshot(
        Site site,
        LocalDate day,
        Ledger ledger,
        Map<Evidence.Item, Evidence> seen,
        List<Window> windows,
        List<Staff> staff,
        List<Agent> agents,
        Listed listed,
        Tally tally,
        List<Post> posts,
        NoticeBoard board,
        LedgerSettings settings) {
    /**
     * A proxy list and the guides of its matters.
     *
     * @param scope the list, {@code null} when none is published
     * @param publisher name of the division that published it
     * @param matters how many matters of it there are
     * @param guideless names of matters without a guide in force
     * @param incomplete how many guides lack elements
     */
    record Listed(Scope scope, String publisher, int matters, List<String> guideless, int incomplete) {
        static final Listed NONE = new Listed(null, null, 0, List.of(), 0);
    }

    List<Post> active() {
        return posts.stream().filter(Post::active).toList();
    }

    List<Agent> agents(Agent.Kind kind) {
        return agents.stream().filter(agent -> agent.kind() == kind).toList();
    }
}
