// SPDX-License-Identifier: Apache-2.0
package org.sanban.ledger.internal;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * A post that somebody holds and somebody else can stand in for (AB岗, R39).
 *
 * @param id its number
 * @param version 1 and up
 * @param site code of the site
 * @param name 综合窗口岗
 * @param holder the registry's number of who holds it (A岗), {@code null} while nobody does
 * @param substitute who stands in (B岗), {@code null} while nobody does
 * @param active whether it is to be manned
 */
@Schema(name = "SitePost", description = "岗位 A post with holder and substitute")
record Post(long id, int version, String site, String name, Long holder, Long substitute, boolean active) {}
