// SPDX-License-Identifier: Apache-2.0
package org.sanban.ledger.internal;

import java.time.LocalDate;

/**
 * Whether a village is weak (基础薄弱村, R139).
 *
 * @param division its 12-digit code
 * @param version 1 and up
 * @param weak whether it is
 * @param since since when it is so, or not any more
 * @param reason why
 */
record Village(String division, int version, boolean weak, LocalDate since, String reason) {}
