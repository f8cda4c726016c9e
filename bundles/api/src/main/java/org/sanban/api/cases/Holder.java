// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.cases;

/**
 * Who has a case now.
 *
 * @param role the role whose turn it is; {@code null} when the case has ended
 * @param account login of the person it was handed to, {@code null} while anyone of the role may act
 * @param name that person's name
 */
public record Holder(String role, String account, String name) {}
