// SPDX-License-Identifier: Apache-2.0
package org.sanban.rating.internal;

import java.time.LocalDate;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Lob;
import javax.persistence.Table;

/** Row of one version of a point table. Never changed. */
@Entity
@Table(name = "rating_table")
class TableEntity {
    @Id
    String id;

    String code;
    int version;

    @Column(name = "from_on")
    LocalDate fromOn;

    @Column(name = "published_at")
    long publishedAt;

    @Column(name = "published_by")
    String publishedBy;

    @Lob
    String content;

    static String id(String code, int version) {
        return code + "/" + version;
    }

    static TableEntity of(PointTable table) {
        TableEntity row = new TableEntity();
        row.id = id(table.id(), table.version());
        row.code = table.id();
        row.version = table.version();
        row.fromOn = table.from();
        row.publishedAt = Micros.of(table.published());
        row.publishedBy = table.publishedBy();
        row.content = Json.write(table);
        return row;
    }

    PointTable value() {
        return Json.read(content, PointTable.class);
    }
}
