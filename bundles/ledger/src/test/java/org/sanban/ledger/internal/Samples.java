// SPDX-License-Identifier: Apache-2.0
package org.sanban.ledger.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sanban.api.identity.Actor;
import org.sanban.api.identity.Channel;
import org.sanban.api.identity.Role;
import org.sanban.api.matters.NoticeBoard;
import org.sanban.api.registry.Site;

/** What these tests look at. */
final class Samples {
    static final String COUNTY = org.sanban.api.test.Samples.COUNTY;
    static final String TOWN = org.sanban.api.test.Samples.TOWN;
    static final String VILLAGE = TOWN.substring(0, 9) + "211";
    static final Site HALL = new Site(COUNTY + "-01", COUNTY, Site.Kind.HALL, "示例大厅", null, "1", true);
    static final Site CENTRE = new Site(TOWN + "-01", TOWN, Site.Kind.CENTRE, "示例中心", null, "1", true);
    static final Site STATION = new Site(VILLAGE + "-01", VILLAGE, Site.Kind.STATION, "示例站", null, null, true);
    static final LedgerSettings SETTINGS = new LedgerSettings(365, 12, "测试");
    static final Actor ADMIN = new Actor("admin", "管理", Set.of(Role.ADMIN), COUNTY, Channel.REST);
    static final LocalDate DAY = LocalDate.of(2026, 11, 24);

    private Samples() {}

    static Ledger ledger(String site, List<String> workdays, List<String> restDays) {
        return new Ledger(
                site,
                0,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                workdays,
                restDays,
                null,
                null,
                null,
                null,
                null,
                "t",
                Instant.EPOCH);
    }

    static Ledger hall(String site, String area) {
        return new Ledger(
                site,
                1,
                area == null ? null : new BigDecimal(area),
                3,
                true,
                Ledger.Premises.TOWN,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                "t",
                Instant.EPOCH);
    }

    static Snapshot bare(Site site, Ledger ledger) {
        return snapshot(site, ledger, Map.of());
    }

    static Snapshot snapshot(Site site, Ledger ledger, Map<Evidence.Item, Evidence> seen) {
        return snapshot(site, ledger, seen, board(site.code(), 0));
    }

    static Snapshot snapshot(Site site, Ledger ledger, Map<Evidence.Item, Evidence> seen, NoticeBoard board) {
        return new Snapshot(
                site,
                DAY,
                ledger,
                seen,
                List.of(),
                List.of(),
                List.of(),
                Snapshot.Listed.NONE,
                Tally.NONE,
                List.of(),
                board,
                SETTINGS);
    }

    static NoticeBoard board(String site, int hanging) {
        return new NoticeBoard(site, hanging, List.of(), List.of());
    }

    static Evidence seen(Evidence.Item item, boolean there, LocalDate day) {
        return new Evidence(1, CENTRE.code(), item, there, day, "核查人", "看过", List.of("png-1"), "t", Instant.EPOCH);
    }
}
