// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.cases;

import java.util.List;

/**
 * A material as handed in.
 *
 * @param code the guide's code for it
 * @param originals how many originals were shown or handed in
 * @param copies how many copies
 * @param attachments ids of files stored before
 */
public record Handed(String code, int originals, int copies, List<String> attachments) {
    public Handed {
        attachments = Action.copy(attachments);
    }
}
