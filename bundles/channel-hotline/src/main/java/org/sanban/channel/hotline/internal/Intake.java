// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.hotline.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sanban.api.identity.Mask;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Problem.Violation;
import org.sanban.api.problem.Texts;

/**
 * An order as it comes in. What is not known is {@code null}.
 *
 * @param number the centre's own number
 * @param kind what it is about
 * @param text what the caller says, at most 4,000 characters
 * @param callerName who called
 * @param callerPhone where the caller can be called back
 * @param division 12-digit code of the division it is for
 * @param site code of the site it is for
 * @param matter code of the matter
 * @param caseNumber number of the case
 * @param mode id of the service mode that an appointment asks for
 * @param wishedAt when the caller would like to be served
 * @param dueOn the last day that the centre sets; it goes before our own limits
 * @param place where it is
 */
public record Intake(
        String number,
        Kind kind,
        String text,
        String callerName,
        String callerPhone,
        String division,
        String site,
        String matter,
        String caseNumber,
        String mode,
        Instant wishedAt,
        LocalDate dueOn,
        Place place) {
    /** What our own numbers begin with. */
    static final String OWN = "SB-";

    private static final int LONGEST = 4000;
    private static final int NAME = 60;
    private static final int ADDRESS = 200;
    private static final int LINK = 500;
    private static final Texts TEXTS = Texts.of(Intake.class);
    private static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_./-]{0,59}");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9](-?[0-9]){4,19}");

    public Intake {
        number = word(number);
        text = word(text);
        callerName = word(callerName);
        callerPhone = word(callerPhone);
        division = word(division);
        site = word(site);
        matter = word(matter);
        caseNumber = word(caseNumber);
        mode = word(mode);
        place = place == null ? Place.UNKNOWN : place;
    }

    /**
     * Where it is; each part may be {@code null}.
     *
     * @param address in words
     * @param lat latitude, WGS 84
     * @param lng longitude, WGS 84
     * @param media a link to a picture
     */
    public record Place(String address, Double lat, Double lng, String media) {
        public static final Place UNKNOWN = new Place(null, null, null, null);

        public Place {
            address = word(address);
            media = word(media);
        }
    }

    private static String word(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** @throws Problem invalid, naming everything that is wrong */
    void check() {
        List<Violation> faults = new ArrayList<>();
        if (number != null && (!NUMBER.matcher(number).matches() || number.startsWith(OWN))) {
            faults.add(new Violation("number", TEXTS.get("number.wrong", OWN)));
        }
        if (kind == null) {
            faults.add(new Violation("kind", TEXTS.get("kind.missing")));
        }
        if (text == null || text.length() > LONGEST || unkept(text, true)) {
            faults.add(new Violation("text", TEXTS.get("text.wrong", LONGEST)));
        }
        if (callerPhone != null && (!PHONE.matcher(callerPhone).matches() || callerPhone.length() > 40)) {
            faults.add(new Violation("callerPhone", TEXTS.get("phone.wrong")));
        }
        line(faults, "callerName", callerName, NAME);
        line(faults, "caseNumber", caseNumber, 17);
        line(faults, "mode", mode, 40);
        line(faults, "address", place.address(), ADDRESS);
        if (place.media() != null
                && (place.media().length() > LINK || !place.media().matches("https?://[^\\s\\p{Cntrl}]+"))) {
            faults.add(new Violation("media", TEXTS.get("media.wrong", LINK)));
        }
        coordinates(faults);
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
    }

    private void coordinates(List<Violation> faults) {
        boolean both = place.lat() != null && place.lng() != null;
        boolean none = place.lat() == null && place.lng() == null;
        if (!none && !(both && Math.abs(place.lat()) <= 90 && Math.abs(place.lng()) <= 180)) {
            faults.add(new Violation("lat", TEXTS.get("coordinates.wrong")));
        }
    }

    private static void line(List<Violation> faults, String field, String text, int longest) {
        if (text != null && (text.length() > longest || unkept(text, false))) {
            faults.add(new Violation(field, TEXTS.get("line.wrong", longest)));
        }
    }

    /** Control characters, which XML cannot hold, and half surrogate pairs, which no database keeps. */
    private static boolean unkept(String text, boolean lines) {
        return text.codePoints()
                .anyMatch(c -> Character.isISOControl(c) && !(lines && (c == '\n' || c == '\r' || c == '\t'))
                        || c >= 0xD800 && c <= 0xDFFF
                        || c == 0xFFFE
                        || c == 0xFFFF);
    }

    /** SHA-256 of everything it says: two with the same are the same order told twice. */
    String hash() {
        String all = Stream.of(
                        kind,
                        text,
                        callerName,
                        callerPhone,
                        division,
                        site,
                        matter,
                        caseNumber,
                        mode,
                        wishedAt,
                        dueOn,
                        place)
                .map(Objects::toString)
                .collect(Collectors.joining("\u0000"));
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(all.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Masked: personal data never reaches a log by way of a record's text. */
    @Override
    public String toString() {
        return kind + " " + number + " of " + Mask.name(callerName);
    }
}
