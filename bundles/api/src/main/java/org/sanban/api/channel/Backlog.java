// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.channel;

import java.time.Instant;

/**
 * What a channel that keeps an outbox of its own has still to tell its other side: a centre, another platform.
 *
 * @param since when what has waited longest was written, {@code null} when nothing waits
 * @param trouble why nothing can be told now, {@code null} while it can
 */
public record Backlog(Instant since, String trouble) {}
