// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.cases;

import java.io.InputStream;
import org.osgi.annotation.versioning.ProviderType;
import org.sanban.api.identity.Actor;

/**
 * Files of cases. A file is stored first, then named by a draft's or an action's material; one that no case names within
 * a week is removed.
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

    /** What is known of a file of a case the actor sees, or of one the actor stored. */
    Attachment attachment(String id, Actor actor);

    /** Its content; the caller closes it. */
    InputStream content(String id, Actor actor);
}
