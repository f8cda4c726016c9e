// SPDX-License-Identifier: Apache-2.0
package org.sanban.matters.internal;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sanban.api.identity.CreditCode;
import org.sanban.api.matters.MatterType;
import org.sanban.api.problem.Text;
import org.sanban.api.problem.Texts;

/**
 * A matter's code in one of the three national forms (C0109.1-2018, GB/T 39554.1-2020): basic code of 12 (2 region,
 * 2 type, 5 main item, 3 sub item), implementation code of 31 (18 unified social credit code, 1 handling level, basic
 * code), handling item of 33 (2 more digits). Regional forms are data, see {@link CodeForms}.
 *
 * @param value the code, capital letters
 * @param kind which form it has the length of
 * @param fault what is wrong with it and what to do, {@code null} when it is right
 */
public record MatterCode(String value, Kind kind, Text fault) {
    private static final Texts TEXTS = Texts.of(MatterCode.class);
    private static final Pattern BASIC =
            Pattern.compile("[0-9]{2}(?<type>[0-9]{2})(?<main>[0-9A-Z]{5})(?<sub>[0-9]{3}|00Y)");
    private static final Pattern EXCLUDED = Pattern.compile("[IOZSV]");

    /** The form of a code. */
    public enum Kind {
        BASIC,
        IMPLEMENTATION,
        HANDLING_ITEM,
        REGIONAL,
        UNKNOWN
    }

    /** How codes are written everywhere here: no blanks around, capital letters. */
    public static String normal(String code) {
        return code == null ? "" : code.strip().toUpperCase(Locale.ROOT);
    }

    /** Reads a code as one of the national forms; {@link Kind#UNKNOWN} when it has the length of none. */
    static MatterCode national(String code) {
        return switch (code.matches("[0-9A-Z]+") ? code.length() : 0) {
            case 12 -> new MatterCode(code, Kind.BASIC, basicFault(code));
            case 31 -> new MatterCode(code, Kind.IMPLEMENTATION, implementationFault(code));
            case 33 -> new MatterCode(
                    code,
                    Kind.HANDLING_ITEM,
                    code.matches(".*[0-9]{2}") ? implementationFault(code.substring(0, 31)) : TEXTS.get("code.item"));
            default -> new MatterCode(code, Kind.UNKNOWN, TEXTS.get("code.unknown", code.length(), ""));
        };
    }

    /** The type that a national code tells. */
    Optional<MatterType> type() {
        return switch (kind) {
            case BASIC -> MatterType.of(value.substring(2, 4));
            case IMPLEMENTATION, HANDLING_ITEM -> MatterType.of(value.substring(21, 23));
            case REGIONAL, UNKNOWN -> Optional.empty();
        };
    }

    private static Text implementationFault(String code) {
        Text credit = CreditCode.fault(code.substring(0, 18));
        if (credit != null) {
            return TEXTS.get("code.credit", credit);
        }
        char level = code.charAt(18);
        return level < '1' || level > '7' ? TEXTS.get("code.level", level) : basicFault(code.substring(19));
    }

    private static Text basicFault(String code) {
        Matcher parts = BASIC.matcher(code);
        if (!parts.matches()) {
            return TEXTS.get("code.basic", code);
        }
        if (MatterType.of(parts.group("type")).isEmpty()) {
            return TEXTS.get("code.type", parts.group("type"));
        }
        return EXCLUDED.matcher(parts.group("main")).find() ? TEXTS.get("code.letter", parts.group("main")) : null;
    }
}
