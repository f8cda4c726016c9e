// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.matters;

import org.osgi.annotation.versioning.ProviderType;
import org.sanban.api.identity.Actor;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;

/** What is published where (R134), and whether it is still the guide in force. */
@ProviderType
public interface PostingService {
    /**
     * Records that a guide was published; the record of an older version in the same channel gives way. For
     * administrators and systems.
     *
     * @param version version of the guide, which must exist
     * @throws org.sanban.api.problem.Problem not found; invalid; forbidden
     */
    Posting post(String matter, int version, String channel, String reference, Actor actor);

    /** Records that a guide is no longer published in a channel. No fault when it was not. */
    void withdraw(String matter, String channel, Actor actor);

    /**
     * What is published in a channel, by matter.
     *
     * @param outdated only what is not the guide in force: a newer version exists, or the matter is withdrawn
     */
    Page<Posting> postings(String channel, boolean outdated, PageRequest page);
}
