// SPDX-License-Identifier: Apache-2.0
package org.sanban.mode.mobile.internal;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.sanban.api.cases.Field;
import org.sanban.api.matters.Matter;
import org.sanban.api.registry.Site;
import org.sanban.api.registry.Stop;

/**
 * What a device needs to take cases without a network; the same until something in it is published anew. Nobody's data is
 * in it.
 *
 * @param point the mobile point
 * @param town name of its division
 * @param stops its published stops of the coming days, without those called off, earliest first
 * @param graceMinutes how long before and after a stop cases may be taken
 * @param form what is answered on submitting
 * @param matters what is taken there, with guide and materials, by code
 * @param rules who is served, as published; {@code null} where nothing is
 * @param validHours how many hours it may be worked from
 * @param numbers how many numbers to have at hand
 */
@Schema(name = "MobilePackage", description = "离线包 What a device needs to take cases without a network")
public record Pack(
        Site point,
        String town,
        List<Stop> stops,
        int graceMinutes,
        List<Field> form,
        List<Matter> matters,
        String rules,
        int validHours,
        int numbers) {
    public Pack {
        stops = List.copyOf(stops);
        form = List.copyOf(form);
        matters = List.copyOf(matters);
    }
}
