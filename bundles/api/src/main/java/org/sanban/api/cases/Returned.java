// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.cases;

/**
 * An original given back.
 *
 * @param id {@link Original#id()}
 * @param receivedBy name of who signs for it
 */
public record Returned(int id, String receivedBy) {}
