// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.statistics;

import java.time.LocalDate;

/**
 * Where and when is looked at.
 *
 * @param division 12-digit code of a county, town or village, with all below; {@code null} for the caller's own
 * @param site code of a site, {@code null} for the whole division
 * @param from first day, {@code null} for the first of the year of {@code until}
 * @param until last day, {@code null} for today
 */
public record Selection(String division, String site, LocalDate from, LocalDate until) {}
