// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.registry;

/**
 * A place where people are served: the county hall, a town's centre (便民服务中心), a village's station (便民服务站) or
 * a mobile point (流动代办点, R103), which serves as its division does.
 *
 * @param code its own code: the division's 12 digits and a two-digit serial, {@code 610926100000-01}
 * @param division 12-digit code of the division it serves
 * @param kind hall, centre, station or mobile point
 * @param name 城关镇便民服务中心
 * @param address may be {@code null}
 * @param phone service telephone, may be {@code null} (R18 asks for one)
 * @param sample whether it comes from the sample county and is to be marked so wherever shown
 */
public record Site(String code, String division, Kind kind, String name, String address, String phone, boolean sample) {
    /** The handling level it serves at, GB/T 39046 A.2: 4 county, 5 town, 6 village. */
    public int level() {
        return switch (kind) {
            case HALL -> 4;
            case CENTRE -> 5;
            case STATION -> 6;
            case MOBILE -> switch (Division.prefix(division).length()) {
                case 12 -> 6;
                case 9 -> 5;
                default -> 4;
            };
        };
    }

    /** County hall (政务大厅), town centre (便民服务中心), village station (便民服务站), mobile point (流动代办点). */
    public enum Kind {
        HALL,
        CENTRE,
        STATION,
        MOBILE
    }
}
