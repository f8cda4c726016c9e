// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.matters;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * One version of a matter's guide (办事指南) with the uniform core elements (R26–R31, R51). Elements that are not known are
 * {@code null} or empty, never guessed; a guide is complete when none is missing.
 *
 * @param version 1 and up; a case keeps the version it started with
 * @param published when this version came into force
 * @param withdrawn when it stopped, {@code null} while in force; no new case starts under a withdrawn version
 * @param conditions conditions (办理条件, R27)
 * @param process steps in order (办理流程, R28)
 * @param materials what to hand in
 * @param statutoryDays statutory limit (法定时限, R29) in working days, {@code null} when unknown
 * @param committedDays committed limit (承诺时限, R29) in working days; 0 for an immediate matter (即办件), {@code null}
 *     when unknown
 * @param basis legal basis (办理依据, R30)
 * @param fee what is charged and on what basis, 不收费 where nothing is
 * @param result what the applicant gets (办理结果)
 * @param supervisionPhone supervision telephone (监督电话, R31)
 * @param levels who handles it, GB/T 39046 A.2: 4 county, 5 town, 6 village
 * @param modes ids of the service modes it may be handled by; empty means any that is installed
 */
public record Guide(
        int version,
        Instant published,
        Instant withdrawn,
        List<String> conditions,
        List<String> process,
        List<Material> materials,
        Integer statutoryDays,
        Integer committedDays,
        List<String> basis,
        String fee,
        String result,
        String supervisionPhone,
        Set<Integer> levels,
        Set<String> modes) {
    public Guide {
        conditions = List.copyOf(conditions);
        process = List.copyOf(process);
        materials = List.copyOf(materials);
        basis = List.copyOf(basis);
        levels = Set.copyOf(levels);
        modes = Set.copyOf(modes);
    }

    /**
     * A material to hand in (申请材料).
     *
     * @param code its key within the guide: {@code m1}, small letters, digits and {@code -}
     * @param name 居民身份证
     * @param originals how many originals are shown or handed in
     * @param copies how many copies
     * @param required whether the matter cannot be accepted without it
     * @param note what to mind, may be {@code null}
     */
    public record Material(String code, String name, int originals, int copies, boolean required, String note) {}

    /** Whether new cases may start under it at {@code now}. */
    public boolean inForce(Instant now) {
        return !published.isAfter(now) && (withdrawn == null || withdrawn.isAfter(now));
    }

    /** Whether it is an immediate matter (即办件): done on the spot. */
    public boolean immediate() {
        return committedDays != null && committedDays == 0;
    }

    /** Names of the core elements that are missing, as R26–R31 and R51 name them; empty when the guide is complete. */
    public List<String> missing() {
        return java.util.stream.Stream.of(
                        conditions.isEmpty() ? "办理条件" : null,
                        process.isEmpty() ? "办理流程" : null,
                        materials.isEmpty() ? "申请材料" : null,
                        statutoryDays == null ? "法定时限" : null,
                        committedDays == null ? "承诺时限" : null,
                        basis.isEmpty() ? "办理依据" : null,
                        fee == null ? "收费" : null,
                        result == null ? "办理结果" : null,
                        supervisionPhone == null ? "监督电话" : null)
                .filter(java.util.Objects::nonNull)
                .toList();
    }
}
