// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.province.internal;

import java.time.Instant;

/** A record of a case that is in the outbox already. */
record Known(String guid, int seq, Subject subject, Instant at) {}
