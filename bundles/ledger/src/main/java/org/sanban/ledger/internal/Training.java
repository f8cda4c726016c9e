// SPDX-License-Identifier: Apache-2.0
package org.sanban.ledger.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * A training that was held (R66–R68).
 *
 * @param id its number
 * @param version how often it was written; a correction names the one it saw
 * @param division code of the county or town that held it
 * @param organiser 县人社局, 城关镇便民服务中心
 * @param heldOn the day
 * @param topics what it was about
 * @param attended codes of towns and villages whose staff were there
 * @param people how many
 * @param note may be {@code null}
 * @param files ids of kept files
 * @param cancelled whether the record was withdrawn
 * @param recordedBy login
 * @param recordedAt when it was entered
 */
record Training(
        long id,
        int version,
        String division,
        String organiser,
        LocalDate heldOn,
        Set<Topic> topics,
        Set<String> attended,
        int people,
        String note,
        List<String> files,
        boolean cancelled,
        String recordedBy,
        Instant recordedAt) {
    Training {
        topics = Set.copyOf(topics);
        attended = Set.copyOf(attended);
        files = List.copyOf(files);
    }

    /** Topics that R68 names, and others. */
    enum Topic {
        /** 基层公共服务 */
        PUBLIC_SERVICE,
        /** 政策解答 */
        POLICY,
        /** 信息技术 */
        INFORMATION_TECHNOLOGY,
        OTHER
    }
}
