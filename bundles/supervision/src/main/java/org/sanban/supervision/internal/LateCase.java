// SPDX-License-Identifier: Apache-2.0
package org.sanban.supervision.internal;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/**
 * A case on the supervisors' board (督办): it was late in a stage, and the journal told so.
 *
 * @param id key
 * @param number the case's number
 * @param division 12-digit code of its division
 * @param matter what it is about
 * @param stage in which stage it was late
 * @param escalatedAt when that was told
 * @param movedAt when the case went on from there, {@code null} while it has not
 * @param notice id of the notice issued for it, {@code null} for none
 */
@Schema(name = "LateCase", description = "督办件 A case that was late in a stage")
public record LateCase(
        long id,
        String number,
        String division,
        String matter,
        String stage,
        Instant escalatedAt,
        Instant movedAt,
        Long notice) {}
