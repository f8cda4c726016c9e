// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.ledger;

import org.osgi.annotation.versioning.ProviderType;
import org.sanban.api.identity.Actor;

/** The general service desk's one view (总服务台, R80). For staff, each in the own subtree. */
@ProviderType
public interface DeskService {
    /**
     * What is before it now.
     *
     * @param division 12-digit code, its subtree
     * @param most how many of each list, 1 to 200
     * @throws org.sanban.api.problem.Problem forbidden; invalid
     */
    Desk desk(String division, int most, Actor actor);
}
