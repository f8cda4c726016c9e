// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.province.internal;

import java.time.Instant;
import java.util.Map;

/**
 * A record that is to be sent.
 *
 * @param id its place in the order of all
 * @param guid its key on both sides
 * @param number the case's number
 * @param division 12-digit code of the case's division
 * @param createdAt when it was put into the outbox; its {@code cd_time}
 * @param content what it says, by column
 */
record Waiting(
        long id,
        String guid,
        String number,
        Subject subject,
        String division,
        Instant createdAt,
        Map<String, String> content) {}
