// SPDX-License-Identifier: Apache-2.0
package org.sanban.mode.postal.internal;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.sanban.api.cases.Action;
import org.sanban.api.cases.Case;
import org.sanban.api.cases.Original;
import org.sanban.api.post.Tracking;

/**
 * A parcel of a case. The case keeps all it ever had as lines of the answer {@code parcels}, oldest first; each stands where
 * it stands, whatever the others do, until somebody has settled it. Who holds the case answers for all of them.
 *
 * @param waybill its number (运单号)
 * @param leg the step that sent it
 * @param state where it stands, an id of {@link #STATES} or of what people did with it
 * @param since when it came to stand there
 * @param carrier {@code carrier.id} of who knows it, {@code -} where none is named
 */
record Parcel(String waybill, String leg, String state, Instant since, String carrier) {
    private static final String NONE = "-";
    private static final String SENT = "sent";
    static final String LOST = "lost";

    /** What carriers tell, in words of ours. */
    static final String[] STATES =
            Stream.of(Tracking.State.values()).map(Parcel::id).toArray(String[]::new);

    /** States that lead back to the sender. */
    static final List<String> BACK = List.of("refused", "returning", "returned");

    private static final String PARCELS = "parcels";
    private static final String WHERE = "post:";
    private static final Pattern WAYBILL = Pattern.compile("[A-Za-z0-9]{6,40}");
    private static final Set<String> SETTLED = Set.of("received", "taken-back", "sent-again", "made-good");
    private static final Set<String> STILL = Set.of("signed", "signed-by-other", "in-locker", "returned");

    static String id(Tracking.State state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static boolean isWaybill(Object waybill) {
        return WAYBILL.matcher(String.valueOf(waybill)).matches();
    }

    /** Where what it holds is. */
    static String where(Object waybill) {
        return WHERE + waybill;
    }

    /** All parcels of a case, oldest first. */
    static List<Parcel> all(Case c) {
        return c.answers().get(PARCELS) instanceof List<?> lines
                ? lines.stream().map(line -> of(line.toString())).toList()
                : List.of();
    }

    /** The parcel a case had last. */
    static Optional<Parcel> last(Case c) {
        List<Parcel> all = all(c);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    /** The parcels that somebody has yet to settle. Before version 2 of the workflow only the last one could be. */
    static List<Parcel> open(Case c) {
        List<Parcel> all = PostalWorkflow.waits(c) ? last(c).stream().toList() : all(c);
        return all.stream().filter(parcel -> !SETTLED.contains(parcel.state)).toList();
    }

    /** Whether the carrier may have news of it. */
    boolean moves() {
        return !SETTLED.contains(state) && !STILL.contains(state);
    }

    /** Whether it was refused or comes back. */
    boolean back() {
        return BACK.contains(state);
    }

    Leg way() {
        return Leg.by(leg).orElseThrow();
    }

    /** The originals it holds. */
    List<Original> holds(Case c) {
        return c.originals().stream()
                .filter(original -> original.out() && where(waybill).equals(original.where()))
                .toList();
    }

    /** What the case keeps once one is sent. */
    static Map<String, Object> sent(Case c, String leg, Action action, Instant at) {
        return kept(with(all(c), leg, action, at));
    }

    /** What the case keeps once one is sent in the place of another. */
    static Map<String, Object> instead(Case c, Parcel old, Action action, Instant at) {
        return kept(with(at(c, old, "sent-again", at), old.leg, action, at));
    }

    /** What the case keeps once a parcel stands elsewhere. */
    static Map<String, Object> now(Case c, Parcel parcel, String state, Instant at) {
        return kept(at(c, parcel, state, at));
    }

    private static List<Parcel> with(List<Parcel> others, String leg, Action action, Instant at) {
        Object carrier = action.answers().getOrDefault("carrier", "");
        List<Parcel> all = new ArrayList<>(others);
        all.add(new Parcel(
                action.answers().get("waybill").toString(),
                leg,
                SENT,
                at,
                carrier.equals("") ? NONE : carrier.toString()));
        return all;
    }

    private static List<Parcel> at(Case c, Parcel moved, String state, Instant at) {
        return all(c).stream()
                .map(parcel -> parcel.waybill.equals(moved.waybill)
                        ? new Parcel(moved.waybill, moved.leg, state, at, moved.carrier)
                        : parcel)
                .toList();
    }

    /** The moment that a form names. */
    static Instant time(Action action) {
        return OffsetDateTime.parse(action.answers().get("changedAt").toString())
                .toInstant();
    }

    private static Map<String, Object> kept(List<Parcel> parcels) {
        return Map.of(PARCELS, parcels.stream().map(Parcel::line).toList());
    }

    private String line() {
        return String.join(" ", waybill, leg, state, since.toString(), carrier);
    }

    private static Parcel of(String line) {
        String[] words = line.split(" ", 5);
        return new Parcel(words[0], words[1], words[2], Instant.parse(words[3]), words[4]);
    }
}
