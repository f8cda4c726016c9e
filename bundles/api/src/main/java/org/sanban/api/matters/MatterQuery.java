// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.matters;

/**
 * Which matters. Every part may be {@code null}, which asks nothing.
 *
 * @param text words that the name holds, all of them, or the whole code
 * @param department exact name of the department
 * @param type type
 * @param level handling level, GB/T 39046 A.2
 * @param inForce only those whose guide is in force
 */
public record MatterQuery(String text, String department, MatterType type, Integer level, boolean inForce) {}
