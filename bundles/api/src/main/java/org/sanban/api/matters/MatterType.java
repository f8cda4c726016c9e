// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.matters;

import java.util.Arrays;
import java.util.Optional;
import org.sanban.api.problem.Text;

/** Type of a matter (事项类型), GB/T 39046-2020 A.1. */
public enum MatterType {
    POWER("00", "行政权力", "administrative power"),
    LICENCE("01", "行政许可", "licence"),
    PENALTY("02", "行政处罚", "penalty"),
    COERCION("03", "行政强制", "coercion"),
    LEVY("04", "行政征收", "levy"),
    PAYMENT("05", "行政给付", "payment"),
    INSPECTION("06", "行政检查", "inspection"),
    CONFIRMATION("07", "行政确认", "confirmation"),
    AWARD("08", "行政奖励", "award"),
    RULING("09", "行政裁决", "ruling"),
    OTHER("10", "其他行政权力", "other power"),
    PUBLIC_SERVICE("20", "公共服务", "public service");

    private final String code;
    private final Text label;

    MatterType(String code, String zh, String en) {
        this.code = code;
        this.label = new Text(zh, en);
    }

    /** Two digits. */
    public String code() {
        return code;
    }

    /** The name people read. */
    public Text label() {
        return label;
    }

    /** The type by its code, with or without the leading zero. */
    public static Optional<MatterType> of(String code) {
        String two = code != null && code.length() == 1 ? "0" + code : code;
        return Arrays.stream(values()).filter(t -> t.code.equals(two)).findFirst();
    }
}
