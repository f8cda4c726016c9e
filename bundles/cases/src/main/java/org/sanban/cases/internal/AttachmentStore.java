// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal;

import java.util.List;
import java.util.Set;

/** Rows of attachments; their content lies in the {@link FileStore}. */
interface AttachmentStore {
    /** Writes a new one. */
    void add(AttachmentEntity row);

    /** The one with this id, or null. */
    AttachmentEntity attachment(String id);

    /** Makes files of an account evidence of a division, all or none; throws invalid, naming the field. */
    void keep(Set<String> ids, String division, String field, String account);

    /** Ids of at most a thousand that nothing names and that were stored before an instant. */
    List<String> unused(long before);

    /** Removes one that nothing names; whether it was there. */
    boolean remove(String id);
}
