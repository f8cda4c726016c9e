// SPDX-License-Identifier: Apache-2.0
package org.sanban.rating.internal;

import java.math.BigDecimal;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Id;
import javax.persistence.Table;
import org.sanban.api.rating.Level;
import org.sanban.api.rating.Standing;

/** Row of where a site stood when last computed. */
@Entity
@Table(name = "rating_standing")
class StandingEntity {
    @Id
    String site;

    String division;
    String period;

    @Enumerated(EnumType.STRING)
    Level level;

    BigDecimal total;

    @Enumerated(EnumType.STRING)
    Level awarded;

    @Column(name = "computed_at")
    long computedAt;

    static StandingEntity of(Standing standing) {
        StandingEntity row = new StandingEntity();
        row.site = standing.site();
        row.division = standing.division();
        row.period = standing.period();
        row.level = standing.level();
        row.total = standing.total();
        row.awarded = standing.awarded();
        row.computedAt = Micros.of(standing.computed());
        return row;
    }

    Standing value(String name) {
        return new Standing(
                site,
                name,
                division,
                period,
                false,
                level,
                total,
                awarded,
                Scoring.warning(level, awarded),
                Micros.instant(computedAt));
    }
}
