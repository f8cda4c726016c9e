// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.registry;

import java.util.List;
import java.util.stream.IntStream;

/**
 * An administrative division (行政区划) by its 12-digit statistical code. Names repeat (a village 八仙 lies in 正阳镇 while
 * 八仙镇 is another town), so the code is the key everywhere.
 *
 * @param code 12 digits: 610926000000 the county, 610926100000 a town, 610926100001 a village or community
 * @param name 城关镇
 * @param level county, town or village
 * @param parent code of the division above, {@code null} for the topmost one held here
 */
public record Division(String code, String name, Level level, String parent) {
    /** County (县), town (镇), village or community (村、社区). */
    public enum Level {
        COUNTY,
        TOWN,
        VILLAGE
    }

    /** Whether {@code code} is {@code top} or lies below it. */
    public static boolean contains(String top, String code) {
        return code.startsWith(prefix(top));
    }

    /** The level that a 12-digit code tells. */
    public static Level level(String code) {
        if (code.endsWith("000000")) {
            return Level.COUNTY;
        }
        return code.endsWith("000") ? Level.TOWN : Level.VILLAGE;
    }

    /** The digits that every code in the subtree of {@code code} starts with: 6 of a county, 9 of a town, all 12. */
    public static String prefix(String code) {
        if (code.length() != 12) {
            return code;
        }
        if (!code.endsWith("000")) {
            return code;
        }
        if (!code.endsWith("000000")) {
            return code.substring(0, 9);
        }
        if (!code.startsWith("00", 4)) {
            return code.substring(0, 6);
        }
        return code.startsWith("00", 2) ? code.substring(0, 2) : code.substring(0, 4);
    }

    /** Code of the county that {@code code} is or lies in. */
    public static String county(String code) {
        return code.substring(0, 6) + "000000";
    }

    /** Code of the town that {@code code} is or lies in; a county's own code for itself. */
    public static String town(String code) {
        return code.substring(0, 9) + "000";
    }

    /** {@code code} and the divisions that hold it, nearest first: village, town, county, prefecture, province. */
    public static List<String> upward(String code) {
        if (code.length() != 12) {
            return List.of(code);
        }
        return IntStream.of(12, 9, 6, 4, 2)
                .mapToObj(digits -> code.substring(0, digits) + "0".repeat(12 - digits))
                .distinct()
                .toList();
    }
}
