// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.cases;

import java.util.List;

/**
 * A material of a case: what the guide asks for and what was handed in.
 *
 * @param code the guide's code for it
 * @param name 居民身份证
 * @param required whether the case cannot be accepted without it
 * @param originals how many originals the guide asks for
 * @param copies how many copies
 * @param originalsHanded how many originals were handed in or shown
 * @param copiesHanded how many copies, an attached file counting as one
 * @param attachments ids of its files
 */
public record Paper(
        String code,
        String name,
        boolean required,
        int originals,
        int copies,
        int originalsHanded,
        int copiesHanded,
        List<String> attachments) {
    public Paper {
        attachments = List.copyOf(attachments);
    }

    /** Whether it is required and something of it has not been handed in. */
    public boolean missing() {
        return required && (originalsHanded < originals || copiesHanded < copies);
    }
}
