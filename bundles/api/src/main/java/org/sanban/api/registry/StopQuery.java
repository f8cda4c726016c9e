// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.registry;

import java.time.Instant;

/**
 * Which stops of mobile points.
 *
 * @param division 12-digit code, its subtree; {@code null} for all
 * @param site code of a mobile point, {@code null} for all
 * @param from only those that end after this moment, {@code null} for no bound
 * @param to only those that begin before this moment, {@code null} for no bound
 * @param published only those that the public is told of
 */
public record StopQuery(String division, String site, Instant from, Instant to, boolean published) {}
