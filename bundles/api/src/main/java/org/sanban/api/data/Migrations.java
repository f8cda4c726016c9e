// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.data;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Says that a bundle owns tables. The bundle carries Flyway SQL migrations under {@code db/<unit>/} (for every
 * database) and, where they differ, {@code db/<unit>/derby/} and {@code db/<unit>/postgresql/}. They are applied before
 * the {@code DataSource} with {@code osgi.jndi.service.name=sanban-<unit>} is published, on which the bundle's
 * persistence unit waits. A schema newer than the bundle knows is refused: the DataSource then stays away and the log and
 * the health check say why.
 *
 * <p>Placeholders that the migrations may use: {@code ${text}} (long text), {@code ${bytes}} (a hash of 32 bytes),
 * {@code ${timestamp}} (instant with microseconds).
 */
@ConsumerType
public interface Migrations {
    /** Name of the persistence unit; small letters. */
    String unit();
}
