// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal.clock;

import java.time.Instant;
import org.sanban.api.cases.Clock;

/**
 * Something the clock of a case did; its ticks in order are the append-only ledger of its pauses.
 *
 * @param at when
 * @param state what it does from then on
 * @param reason why, as given to the applicant; may be {@code null}
 * @param basis the rule behind it; may be {@code null}
 */
public record Tick(Instant at, Clock state, String reason, String basis) {}
