// SPDX-License-Identifier: Apache-2.0
package org.sanban.ledger.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * What is written down of a site beside its registration (详实台账, R7–R16).
 *
 * @param site code of the site
 * @param version 1 and up, 0 while nothing is written down
 * @param area of the hall in square metres (R11), {@code null} while unknown
 * @param workplaces how many work places there are (工位, R12), {@code null} while unknown
 * @param oneStop whether it is a one-stop hall (一站式大厅, R10), {@code null} while unknown
 * @param premises in whose rooms it is (R10, R16), {@code null} while unknown
 * @param areas optional areas (R14) and the self-service area (R15)
 * @param selfService what can be done at its self-service devices (R15)
 * @param equipment office equipment and devices
 * @param workdayHours opening hours on working days: {@code 08:30-12:00}
 * @param restDayHours opening hours on weekends and holidays (延时服务)
 * @param responsible who answers for it (R43, R44), {@code null} while unknown
 * @param members who works there, with what R62–R64 ask of them
 * @param surveyedOn when it was looked at on the spot (开展排查, R7), {@code null} when never
 * @param surveyor who looked
 * @param note what else is to be known
 * @param changedBy login of the account that wrote it last
 * @param changedAt when
 */
record Ledger(
        String site,
        int version,
        BigDecimal area,
        Integer workplaces,
        Boolean oneStop,
        Premises premises,
        Set<Area> areas,
        Set<SelfService> selfService,
        List<Equipment> equipment,
        List<String> workdayHours,
        List<String> restDayHours,
        Responsible responsible,
        List<Member> members,
        LocalDate surveyedOn,
        String surveyor,
        String note,
        String changedBy,
        Instant changedAt) {
    Ledger {
        areas = areas == null ? Set.of() : Set.copyOf(areas);
        selfService = selfService == null ? Set.of() : Set.copyOf(selfService);
        equipment = equipment == null ? List.of() : List.copyOf(equipment);
        workdayHours = workdayHours == null ? List.of() : List.copyOf(workdayHours);
        restDayHours = restDayHours == null ? List.of() : List.copyOf(restDayHours);
        members = members == null ? List.of() : List.copyOf(members);
    }

    /** Of a site of which nothing is written down yet. */
    static Ledger none(String site) {
        return new Ledger(
                site, 0, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                null);
    }

    /** The same in a version, by somebody. */
    Ledger as(int version, String by, Instant at) {
        return new Ledger(
                site,
                version,
                area,
                workplaces,
                oneStop,
                premises,
                areas,
                selfService,
                equipment,
                workdayHours,
                restDayHours,
                responsible,
                members,
                surveyedOn,
                surveyor,
                note,
                by,
                at);
    }

    /** In whose rooms a site is. */
    enum Premises {
        /** The town's own (镇现有场所). */
        TOWN,
        /** A department's (部门现有场所). */
        DEPARTMENT,
        /** The village's 党群服务中心. */
        PARTY_CENTRE,
        /** Beside it (毗邻场所). */
        ADJACENT,
        /** Elsewhere. */
        OTHER
    }

    /** Areas of a hall that R14 and R15 name. */
    enum Area {
        /** 休息等候区 */
        WAITING,
        /** 咨询引导区 */
        GUIDANCE,
        /** 自助服务区 */
        SELF_SERVICE
    }

    /** What self-service devices do (R15). */
    enum SelfService {
        /** 自助缴费 */
        PAYMENT,
        /** 信息查询 */
        INQUIRY,
        /** 证明打印 */
        PRINTING
    }

    /** Some of one kind: 电脑, 3. */
    record Equipment(String name, int count) {}

    /** Who answers for a site: name and office (党支部书记). */
    record Responsible(String name, String office) {}

    /**
     * Somebody who works there.
     *
     * @param staff the registry's number of the person
     * @param fullTime whether that is all they do (R64)
     * @param origin where they come from (R63), {@code null} when not told
     */
    record Member(long staff, boolean fullTime, Origin origin) {}

    /** Whom R63 asks to attract. */
    enum Origin {
        /** 高校毕业生 */
        GRADUATE,
        /** 退役军人 */
        EX_SOLDIER,
        OTHER
    }
}
