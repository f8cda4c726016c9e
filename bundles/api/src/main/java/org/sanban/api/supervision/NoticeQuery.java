// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.supervision;

/**
 * Which notices.
 *
 * @param division 12-digit code, with all below; {@code null} for all the actor sees
 * @param open only those that are neither closed nor withdrawn
 * @param late only those of them that were late: what the county is told of
 */
public record NoticeQuery(String division, boolean open, boolean late) {}
