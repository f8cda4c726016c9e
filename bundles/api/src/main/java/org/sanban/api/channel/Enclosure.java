// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.channel;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Something that a bundle has to add to messages about a case: the link under which the service can be rated. Registered
 * with the service property {@code enclosure.id} ({@code evaluation}), by which templates name it.
 */
@ConsumerType
public interface Enclosure {
    /**
     * What to enclose.
     *
     * @param number the case's number
     * @return a link or a few words; empty when there is nothing (yet, or any more)
     */
    Optional<String> of(String number);
}
