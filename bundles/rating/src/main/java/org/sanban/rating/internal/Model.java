// SPDX-License-Identifier: Apache-2.0
package org.sanban.rating.internal;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;

/**
 * A site that is upgraded as a model (样板, R73).
 *
 * @param id its key
 * @param site which
 * @param division 12-digit code of the site's division
 * @param since first day
 * @param until last day, {@code null} while it is one
 * @param reason what it shows
 * @param account who chose it
 */
@Schema(name = "StarModel")
record Model(long id, String site, String division, LocalDate since, LocalDate until, String reason, String account) {}
