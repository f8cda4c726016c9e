// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.ledger;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;
import org.sanban.api.identity.Actor;

/**
 * Tells a place's people what is late without being asked for it: a service that any bundle registers which keeps limits of
 * its own. The desk shows them.
 */
@ConsumerType
public interface AlarmSource {
    /**
     * What is late in a division and below, as far as the actor may see it.
     *
     * @param most how many at most
     */
    List<Alarm> alarms(String division, int most, Actor actor);
}
