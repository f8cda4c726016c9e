// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.matters;

import java.io.InputStream;
import org.osgi.annotation.versioning.ProviderType;
import org.sanban.api.identity.Actor;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;

/** One-thing packages (高效办成一件事, R49). Reading is public. */
@ProviderType
public interface OneThingService {
    /**
     * A package in its newest version, withdrawn or not.
     *
     * @throws org.sanban.api.problem.Problem not found
     */
    OneThing thing(String code);

    /** What the citizen needs to know of it. */
    OneThingGuide guide(String code);

    /**
     * One version.
     *
     * @throws org.sanban.api.problem.Problem not found
     */
    OneThing thing(String code, int version);

    /** Packages in force by code. */
    Page<OneThing> things(PageRequest page);

    /**
     * Publishes a package as its next version; version and dates are set by the service. The same again changes nothing.
     * For administrators of the county.
     *
     * @throws org.sanban.api.problem.Problem invalid, naming each field and every matter that is not known
     */
    OneThing publish(OneThing thing, Actor actor);

    /** Withdraws the version in force. For administrators of the county. */
    OneThing withdraw(String code, Actor actor);

    /**
     * Checks a table of packages, a line for each matter, and, when {@code apply} and free of errors, publishes them in
     * one transaction. For administrators of the county.
     *
     * @param content xlsx or csv
     * @param file its name, for the report
     * @param source where it comes from
     * @param sample whether they are samples
     * @param apply whether to write
     */
    ImportReport load(InputStream content, String file, String source, boolean sample, boolean apply, Actor actor);
}
