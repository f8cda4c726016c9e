// SPDX-License-Identifier: Apache-2.0
package org.sanban.rating.internal;

import java.util.HashMap;
import java.util.Map;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Id;
import javax.persistence.Lob;
import javax.persistence.Table;

/** Row of what one side gave a site in a period. */
@Entity
@Table(name = "rating_marks")
class MarksEntity {
    @Id
    String id;

    String period;
    String site;

    @Enumerated(EnumType.STRING)
    Marks.Side side;

    @Lob
    String content;

    /** What the row keeps. */
    record Content(Map<String, Marks.Mark> lines) {}

    static String id(String period, String site, Marks.Side side) {
        return period + "/" + site + "/" + side;
    }

    static MarksEntity of(String period, String site, Marks.Side side) {
        MarksEntity row = new MarksEntity();
        row.id = id(period, site, side);
        row.period = period;
        row.site = site;
        row.side = side;
        row.content = Json.write(new Content(Map.of()));
        return row;
    }

    /** Takes over these lines; one without a mark is emptied. */
    void set(Map<String, Marks.Mark> changes) {
        Map<String, Marks.Mark> lines = new HashMap<>(value());
        changes.forEach((line, mark) -> {
            if (mark == null) {
                lines.remove(line);
            } else {
                lines.put(line, mark);
            }
        });
        content = Json.write(new Content(lines));
    }

    Map<String, Marks.Mark> value() {
        return Json.read(content, Content.class).lines();
    }
}
