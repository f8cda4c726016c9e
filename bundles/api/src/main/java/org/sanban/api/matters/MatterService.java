// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.matters;

import java.io.InputStream;
import java.util.function.IntConsumer;
import org.osgi.annotation.versioning.ProviderType;
import org.sanban.api.identity.Actor;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.registry.Division;

/** The catalogue of matters and their guides (R46–R52). Reading is public. */
@ProviderType
public interface MatterService {
    /**
     * A matter with the newest version of its guide, withdrawn or not.
     *
     * @throws org.sanban.api.problem.Problem not found
     */
    Matter matter(String code);

    /**
     * One version of a guide, as a case keeps it.
     *
     * @throws org.sanban.api.problem.Problem not found
     */
    Guide guide(String code, int version);

    /** Matters by code. */
    Page<Matter> find(MatterQuery query, PageRequest page);

    /**
     * Publishes a guide as the matter's next version; {@code guide.version()} and {@code published()} are set by the
     * service. The matter is created when it is new. For administrators.
     *
     * @throws org.sanban.api.problem.Problem invalid, naming each field
     */
    Matter publish(Matter matter, Actor actor);

    /** Withdraws the version in force: no new case starts, running ones go on. For administrators. */
    Matter withdraw(String code, Actor actor);

    /**
     * Checks a catalogue file and, when {@code apply} and free of errors, writes it in one transaction. For
     * administrators.
     *
     * @param content xlsx or csv (UTF-8 or GB18030), told by content
     * @param file its name, for the report
     * @param source where it comes from, kept with each matter
     * @param sample whether its matters are samples of another county
     * @param apply whether to write
     * @param progress told how many lines are done, now and then
     */
    ImportReport load(
            InputStream content,
            String file,
            String source,
            boolean sample,
            boolean apply,
            Actor actor,
            IntConsumer progress);

    /**
     * What a division serves in a mode: its own list in force, or that of the nearest division above with one for its level.
     *
     * @return {@code null} when none is published: then every matter whose guide allows the mode
     */
    default Scope scope(String mode, String division) {
        return scope(mode, division, Division.level(division));
    }

    /**
     * The list that counts for divisions of a level: of {@code division}, or of the nearest above with one.
     *
     * @return {@code null} when none is published
     */
    Scope scope(String mode, String division, Division.Level level);

    /** Lists in force of a mode, of the divisions in the subtree of {@code division} or, where that is empty, of all; by division and version. */
    Page<Scope> scopes(String mode, String division, PageRequest page);

    /**
     * Publishes a list as the next version of its mode, division and tier. For administrators of the division.
     *
     * @throws org.sanban.api.problem.Problem invalid, naming every matter that is not known
     */
    Scope publish(Scope scope, Actor actor);
}
