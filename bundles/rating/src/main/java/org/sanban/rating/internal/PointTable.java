// SPDX-License-Identifier: Apache-2.0
package org.sanban.rating.internal;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.sanban.api.rating.Level;
import org.sanban.api.registry.Site;

/**
 * What is asked for and what it is worth (星级评定评分表, R75), as one version says it. A version never changes.
 *
 * @param id its key
 * @param version counts from 1
 * @param name what people read
 * @param source where it comes from
 * @param sample whether it is a sample, to be marked so wherever shown
 * @param from first day it is in force
 * @param until last day, {@code null} for no end
 * @param kinds kinds of site it rates
 * @param bands where each level above the basic one begins, of a hundred
 * @param edge which level a score gets that lies exactly on the border of two
 * @param unscored what becomes of a line that cannot be scored
 * @param least share of the points, in percent, that must be scored before a level is told
 * @param lines in order
 * @param published when
 * @param publishedBy account
 */
record PointTable(
        String id,
        int version,
        String name,
        String source,
        boolean sample,
        LocalDate from,
        LocalDate until,
        Set<Site.Kind> kinds,
        List<Band> bands,
        Edge edge,
        Unscored unscored,
        BigDecimal least,
        List<Line> lines,
        Instant published,
        String publishedBy) {
    /** Of all points, as the levels count. */
    static final BigDecimal HUNDRED = new BigDecimal(100);

    PointTable {
        kinds = kinds == null ? Set.of() : Set.copyOf(kinds);
        bands = bands == null
                ? List.of()
                : bands.stream()
                        .filter(Objects::nonNull)
                        .sorted(Comparator.comparing(Band::level, Comparator.nullsFirst(Comparator.naturalOrder())))
                        .toList();
        lines = lines == null
                ? List.of()
                : lines.stream().filter(Objects::nonNull).toList();
    }

    /**
     * A level and where it begins.
     *
     * @param level three stars or more
     * @param from of a hundred
     */
    @Schema(name = "StarBand")
    record Band(Level level, BigDecimal from) {}

    /** A score on the border of two levels. */
    enum Edge {
        /** It gets the higher level. */
        HIGHER,
        /** It gets the lower one. */
        LOWER
    }

    /** A line whose criterion is not installed or knows nothing, or that no panel has looked at. */
    enum Unscored {
        /** Its points are taken out of the base: the others count for a hundred. */
        OUT,
        /** It brings no points. */
        ZERO
    }

    /**
     * A line.
     *
     * @param code key within the table
     * @param block what it belongs to (考核内容)
     * @param text what is asked for (考核标准)
     * @param method how it is looked at (考核办法), may be {@code null}
     * @param max most points (分值)
     * @param criterion id of the criterion that computes it; {@code null} when a panel enters it
     * @param rule how its value becomes points; {@code null} when a panel enters it
     */
    @Schema(name = "PointTableLine")
    record Line(String code, String block, String text, String method, BigDecimal max, String criterion, Rule rule) {
        /** Whether a panel enters it. */
        boolean panel() {
            return criterion == null;
        }
    }

    /** Most points there are. */
    BigDecimal full() {
        return lines.stream().map(Line::max).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    Optional<Line> line(String code) {
        return lines.stream().filter(line -> line.code().equals(code)).findFirst();
    }

    /** Whether it is in force on a day for a kind of site. */
    boolean covers(Site.Kind kind, LocalDate day) {
        return kinds.contains(kind) && !day.isBefore(from) && (until == null || !day.isAfter(until));
    }

    /** What a total of a hundred is worth. */
    Level level(BigDecimal total) {
        Level level = Level.BASIC;
        for (Band band : bands) {
            int above = total.compareTo(band.from());
            if (above > 0 || above == 0 && edge == Edge.HIGHER) {
                level = band.level();
            }
        }
        return level;
    }

    /** The band after a level, if there is one. */
    Optional<Band> after(Level level) {
        return bands.stream().filter(band -> band.level().compareTo(level) > 0).findFirst();
    }

    /** What is missing to a band, of a hundred. */
    BigDecimal missing(Band band, BigDecimal total) {
        BigDecimal missing = band.from().subtract(total).setScale(2, RoundingMode.HALF_UP);
        return edge == Edge.LOWER ? missing.add(new BigDecimal("0.01")) : missing;
    }

    /** The same content as another version. */
    boolean same(PointTable other) {
        return with(other.version(), other.published(), other.publishedBy()).equals(other);
    }

    PointTable with(int number, Instant at, String account) {
        return new PointTable(
                id, number, name, source, sample, from, until, kinds, bands, edge, unscored, least, lines, at, account);
    }
}
