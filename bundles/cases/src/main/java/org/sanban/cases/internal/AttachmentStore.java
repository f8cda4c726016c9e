// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal;

import java.util.List;

/** Rows of attachments; their content lies in the {@link FileStore}. */
interface AttachmentStore {
    /** Writes a new one. */
    void add(AttachmentEntity row);

    /** The one with this id, or null. */
    AttachmentEntity attachment(String id);

    /** Ids of at most a thousand that no case names and that were stored before an instant. */
    List<String> unused(long before);

    /** Removes one that no case names; whether it was there. */
    boolean remove(String id);
}
