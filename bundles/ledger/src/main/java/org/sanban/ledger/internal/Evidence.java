// SPDX-License-Identifier: Apache-2.0
package org.sanban.ledger.internal;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What somebody saw at a site on a day, with photographs: it stands where data cannot tell.
 *
 * @param id its number
 * @param site code of the site
 * @param item what was looked at
 * @param there whether it was there
 * @param seenOn when
 * @param inspector who looked
 * @param note what else was seen, may be {@code null}
 * @param photos ids of files kept for the site's division; at least one picture where something was there
 * @param recordedBy login
 * @param recordedAt when it was entered
 */
@Schema(name = "SiteEvidence", description = "现场核查记录 What somebody saw at a site")
record Evidence(
        long id,
        String site,
        Item item,
        boolean there,
        LocalDate seenOn,
        String inspector,
        String note,
        List<String> photos,
        String recordedBy,
        Instant recordedAt) {
    Evidence {
        photos = List.copyOf(photos);
    }

    /** What only eyes can tell. */
    enum Item {
        /** Sign board and guide signs (标识牌、指示牌, R13, R17). */
        SIGNS,
        /** Office equipment (办公设备, R108). */
        EQUIPMENT,
        /** Guides laid out (办事指南, R109). */
        GUIDES,
        /** The agents' duty list (代办员责任清单, R111). */
        DUTIES,
        /** Rules hung out (制度, R19, R112). */
        RULES,
        /** The general hotline of service at home, published (总服务热线, R82). */
        HOTLINE,
        /** The WeChat group of the service, set up and published (政务服务微信群, R83). */
        WECHAT_GROUP,
        /** Anything else worth a picture. */
        OTHER
    }
}
