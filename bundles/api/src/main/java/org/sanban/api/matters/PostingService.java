// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.matters;

import java.util.Collection;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;
import org.sanban.api.identity.Actor;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.registry.Site;

/** What is published where (R134), what hangs on which notice board (R23, R24), and whether it is still the guide in force. */
@ProviderType
public interface PostingService {
    /**
     * Records that a guide was published; the record of an older version in the same channel gives way. For
     * the county's administrators and systems; for a site's board, for clerks and agents of the site's division too.
     *
     * @param channel id of a channel, or code of a site
     * @param version version of the guide, which must exist
     * @throws org.sanban.api.problem.Problem not found; invalid; forbidden
     */
    Posting post(String matter, int version, String channel, String reference, Actor actor);

    /** Records that a guide is no longer published in a channel or at a site. No fault when it was not. */
    void withdraw(String matter, String channel, Actor actor);

    /**
     * What is published in a channel or at a site, by matter.
     *
     * @param outdated only what is not the guide in force: a newer version exists, or the matter is withdrawn
     */
    Page<Posting> postings(String channel, boolean outdated, PageRequest page);

    /** How the notice board of a site stands. */
    NoticeBoard board(Site site);

    /**
     * How the notice boards of sites stand, by site: at once, for who looks at many. Where nothing is recorded nobody can
     * tell what is missing, and nothing is.
     */
    Map<String, NoticeBoard> boards(Collection<Site> sites);
}
