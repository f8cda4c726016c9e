// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.cases;

import java.time.Instant;
import org.sanban.api.problem.Text;

/**
 * What a command gives: durable when it is given, and the same again for a repeated request.
 *
 * @param number the case's number
 * @param version the case's version after it, to be named by the next action
 * @param action what was done; {@code submit} for a new case
 * @param stage id of the stage it led to
 * @param stageName what people read
 * @param status what that means
 * @param at when
 * @param repeated whether this answers a request that was carried out before
 */
public record Receipt(
        String number,
        int version,
        String action,
        String stage,
        Text stageName,
        Status status,
        Instant at,
        boolean repeated) {}
