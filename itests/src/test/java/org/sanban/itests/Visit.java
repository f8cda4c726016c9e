// SPDX-License-Identifier: Apache-2.0
package org.sanban.itests;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** Who is booked for a visit, and for when. */
final class Visit {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private Visit() {}

    /** A clerk and a vehicle for an hour and a half, half an hour away. */
    static List<Map<String, Object>> team(int day, int hour) {
        return List.of(person(day, hour), booking("vehicle:CG-01", day, hour));
    }

    static Map<String, Object> person(int day, int hour) {
        return booking("person:chengguan-clerk2", day, hour);
    }

    private static Map<String, Object> booking(String resource, int day, int hour) {
        String to = at(day, hour + 1).replace(":00:00+", ":30:00+");
        return Map.of("resource", resource, "from", at(day, hour), "to", to, "travelMinutes", 30);
    }

    /** A full hour some days ahead. */
    static String at(int day, int hour) {
        return LocalDate.now(ZONE).plusDays(day) + "T%02d:00:00+08:00".formatted(hour);
    }
}
