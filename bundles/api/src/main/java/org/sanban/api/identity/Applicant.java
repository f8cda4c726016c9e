// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.sanban.api.problem.Problem.Violation;
import org.sanban.api.problem.Text;
import org.sanban.api.problem.Texts;

/**
 * Who applies (申请人): a person or an organisation, as stated when the case was submitted.
 *
 * @param kind person or organisation
 * @param name 1 to 60 characters (code points) of a person, 1 to 200 of an organisation
 * @param idNumber 18-digit citizen number (GB 11643) of a person, unified social credit code (GB 32100) of an
 *     organisation; upper case
 * @param phone 5 to 20 digits, may start with {@code +} and hold {@code -}; the last four digits open the case to its
 *     applicant
 * @param address where the applicant lives or sits, may be {@code null}
 */
public record Applicant(Kind kind, String name, String idNumber, String phone, String address) {
    /** Natural person (自然人) or organisation (法人或其他组织). */
    public enum Kind {
        PERSON,
        ORGANIZATION
    }

    private static final Texts TEXTS = Texts.of(Applicant.class);
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9](-?[0-9]){4,19}");

    /** Takes blanks off the ends and writes the number in capitals; what is wrong is told by {@link #faults}. */
    public Applicant {
        name = stripped(name);
        idNumber = stripped(idNumber).toUpperCase(Locale.ROOT);
        phone = stripped(phone);
        address = address == null || address.isBlank() ? null : address.strip();
    }

    /** Everything that is wrong with it, each field as {@code applicant.…}; empty when it is valid. */
    public List<Violation> faults() {
        List<Violation> faults = new ArrayList<>();
        if (kind == null) {
            faults.add(new Violation("applicant.kind", TEXTS.get("applicant.kind")));
        }
        int longest = kind == Kind.ORGANIZATION ? 200 : 60;
        if (name.isEmpty()
                || name.codePointCount(0, name.length()) > longest
                || CONTROL.matcher(name).find()) {
            faults.add(new Violation("applicant.name", TEXTS.get("applicant.name", longest)));
        }
        Text bad = kind == Kind.ORGANIZATION ? CreditCode.fault(idNumber) : CitizenNumber.fault(idNumber);
        if (bad != null) {
            faults.add(new Violation("applicant.idNumber", bad));
        }
        if (!PHONE.matcher(phone).matches()) {
            faults.add(new Violation("applicant.phone", TEXTS.get("applicant.phone")));
        }
        if (address != null
                && (address.length() > 200 || CONTROL.matcher(address).find())) {
            faults.add(new Violation("applicant.address", TEXTS.get("applicant.address", 200)));
        }
        return faults;
    }

    /** The last four digits of the phone, by which an applicant without a login is known. */
    public String phoneEnding() {
        String digits = phone.replaceAll("[^0-9]", "");
        return digits.substring(digits.length() - 4);
    }

    /** The name as shown in lists and logs: 王**, the first character only. */
    public String maskedName() {
        return Mask.name(name);
    }

    /** The number as shown in lists and logs: first six and last two characters (610926**********19). */
    public String maskedIdNumber() {
        return Mask.number(idNumber, 6, 2);
    }

    /** The phone as shown in lists and logs: first three and last two digits. */
    public String maskedPhone() {
        return Mask.number(phone, 3, 2);
    }

    private static String stripped(String text) {
        return text == null ? "" : text.strip();
    }

    /** Masked: personal data never reaches a log by way of a record's text. */
    @Override
    public String toString() {
        return kind + " " + maskedName() + " " + maskedIdNumber();
    }
}
