// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.cases;

import java.io.InputStream;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.sanban.api.identity.Actor;

/**
 * Files of cases, and of what else keeps evidence. A file is stored first, then named by a draft's or an action's
 * material, or {@link #keep kept}; one that nothing names within a week is removed.
 */
@ProviderType
public interface AttachmentService {
    /**
     * Streams a file to disk.
     *
     * @throws org.sanban.api.problem.Problem too large; unsupported type (PDF, OFD, JPEG, PNG, Word and Excel files are
     *     taken); unavailable when the disk is full
     */
    Attachment store(InputStream content, String name, Actor actor);

    /**
     * Keeps files for good as evidence of a division (佐证材料): a photograph of a site, a signed record. Whoever sees the
     * division may read them. Keeping one again for the same division changes nothing.
     *
     * @param ids files the actor stored and no case names
     * @param division 12-digit code
     * @param field what named them, for the message
     * @throws org.sanban.api.problem.Problem invalid, when one is unknown, a case's, or somebody else's
     */
    void keep(List<String> ids, String division, String field, Actor actor);

    /** What is known of a file of a case or division the actor sees, or of one the actor stored. */
    Attachment attachment(String id, Actor actor);

    /** Its content; the caller closes it. */
    InputStream content(String id, Actor actor);
}
