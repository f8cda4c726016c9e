// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.cases;

/**
 * Where an original is now: custody follows the parcel.
 *
 * @param id {@link Original#id()}
 * @param where with whom it travels or where it lies ({@code post:1234567890123}), {@code null} back at the site
 */
public record Moved(int id, String where) {}
