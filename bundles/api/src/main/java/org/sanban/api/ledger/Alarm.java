// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.ledger;

import java.time.LocalDate;
import org.sanban.api.problem.Text;

/**
 * Something past its limit that is no case: a bad rating nobody has put right, a notice nobody has answered.
 *
 * @param division 12-digit code of the division that is to act
 * @param site code of the site it is about, {@code null} for the division as a whole
 * @param text what is late and who is to act, as people read it
 * @param due last day of the limit
 * @param link where it can be seen, a path below {@code /api/v1/}
 */
public record Alarm(String division, String site, Text text, LocalDate due, String link) {}
