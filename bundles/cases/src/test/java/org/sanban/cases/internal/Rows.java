// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal;

import java.lang.annotation.Annotation;
import java.time.Instant;
import java.time.LocalDate;

/** Rows for store tests, and the settings they are written under. */
final class Rows {
    static final CaseSettings SETTINGS = settings(1);

    private Rows() {}

    /** The settings of one of the nodes that share a database. */
    static CaseSettings settings(int node) {
        return new CaseSettings(new Settings(node));
    }

    static CaseEntity row(long id, String division, long time, LocalDate due) {
        CaseEntity row = new CaseEntity();
        row.id = id;
        row.number = CaseNumber.of(row.id, 2026, division);
        row.version = 1;
        row.mode = "window";
        row.workflow = 1;
        row.matter = "m";
        row.matterName = "示例事项";
        row.guide = 1;
        row.limitDays = 5;
        row.site = division + "-01";
        row.division = division;
        row.town = division.substring(0, 9) + "000";
        row.county = division.substring(0, 6) + "000000";
        row.applicantKind = "PERSON";
        row.applicantName = "张𠮷示例";
        row.applicantId = "360426199101010071";
        row.applicantPhone = "09158401234";
        row.stage = "submitted";
        row.status = "OPEN";
        row.submittedAt = CaseList.micros(Instant.ofEpochSecond(1_700_000_000 + time));
        row.changedAt = row.submittedAt;
        row.dueOn = due;
        row.head = Chain.hash("head");
        row.data = "{}";
        return row;
    }

    static JournalEntity entry(CaseEntity row, String key) {
        JournalEntity entry = new JournalEntity();
        entry.caseId = row.id;
        entry.seq = row.version;
        entry.at = row.changedAt;
        entry.kind = "NOTED";
        entry.action = "note";
        entry.toStage = row.stage;
        entry.account = "clerk";
        entry.actor = "王受理（示例）";
        entry.channel = "rest";
        entry.detail = "{}";
        entry.hash = row.head;
        entry.idem = key;
        entry.request = key == null ? null : Chain.hash(key);
        return entry;
    }

    /** The settings' defaults, with small blocks. */
    private record Settings(int node) implements CaseSettings.Config {
        @Override
        public int block() {
            return 10;
        }

        @Override
        public int reserved() {
            return 200;
        }

        @Override
        public int near() {
            return 1;
        }

        @Override
        public String closing() {
            return "17:30";
        }

        @Override
        public int watch() {
            return 20;
        }

        @Override
        public String holidays() {
            return "";
        }

        @Override
        public String files() {
            return "";
        }

        @Override
        public long largest() {
            return 1;
        }

        @Override
        public Class<? extends Annotation> annotationType() {
            return CaseSettings.Config.class;
        }
    }
}
