// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.registry;

import java.time.Instant;

/**
 * When and where a mobile point (流动代办点) serves, told in advance (R103). Two stops of one point never overlap.
 *
 * @param id the registry's own number, 0 for a new one
 * @param site code of the mobile point
 * @param place where it stands: 龙头村村委会院内（示例）
 * @param from when it begins to serve
 * @param to when it leaves, at most 24 hours later
 * @param note what the public should know, may be {@code null}
 * @param published whether the public is told of it
 * @param cancelled whether it is called off; set by {@link RegistryService#cancel}, and shown so that nobody waits for it
 */
public record Stop(
        long id,
        String site,
        String place,
        Instant from,
        Instant to,
        String note,
        boolean published,
        boolean cancelled) {}
