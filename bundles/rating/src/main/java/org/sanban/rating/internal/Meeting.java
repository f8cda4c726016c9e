// SPDX-License-Identifier: Apache-2.0
package org.sanban.rating.internal;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;

/**
 * A demonstration meeting at a site (现场观摩会, R74).
 *
 * @param id its key
 * @param site where
 * @param division 12-digit code of the site's division
 * @param held when
 * @param name what it was about
 * @param host who called it
 * @param people how many came, may be {@code null}
 * @param spread what is to be copied where (推广复制), may be {@code null}
 * @param files attachments: minutes, photographs
 * @param account who entered it
 */
@Schema(name = "StarMeeting")
record Meeting(
        long id,
        String site,
        String division,
        LocalDate held,
        String name,
        String host,
        Integer people,
        String spread,
        List<String> files,
        String account) {
    Meeting {
        files = files == null ? List.of() : List.copyOf(files);
    }
}
