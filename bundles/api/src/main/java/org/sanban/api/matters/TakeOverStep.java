// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.matters;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What was written down of a take-over; never changed.
 *
 * @param version which version of the take-over it made
 * @param state how far it was then, {@code null} for guidance
 * @param since since when, {@code null} for guidance
 * @param text what shows it, or the guidance; may be {@code null}
 * @param by name of who wrote it
 * @param at when
 */
public record TakeOverStep(int version, TakeOver.State state, LocalDate since, String text, String by, Instant at) {}
