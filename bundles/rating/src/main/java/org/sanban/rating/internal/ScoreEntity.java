// SPDX-License-Identifier: Apache-2.0
package org.sanban.rating.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Id;
import javax.persistence.Lob;
import javax.persistence.Table;
import org.sanban.api.rating.Level;
import org.sanban.api.rating.Score;

/** Row of a frozen score. Never changed. */
@Entity
@Table(name = "rating_score")
class ScoreEntity {
    @Id
    String id;

    String period;
    String site;

    @Column(name = "until_on")
    LocalDate untilOn;

    @Enumerated(EnumType.STRING)
    Level level;

    BigDecimal total;

    @Lob
    String content;

    static String id(String period, String site) {
        return period + "/" + site;
    }

    static ScoreEntity of(Score score) {
        ScoreEntity row = new ScoreEntity();
        row.period = score.standing().period();
        row.site = score.standing().site();
        row.id = id(row.period, row.site);
        row.untilOn = score.until();
        row.level = score.standing().level();
        row.total = score.standing().total();
        row.content = Json.write(score);
        return row;
    }

    Score value() {
        return Json.read(content, Score.class);
    }
}
