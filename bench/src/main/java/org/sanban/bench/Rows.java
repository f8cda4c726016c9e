// SPDX-License-Identifier: Apache-2.0
package org.sanban.bench;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/** The rows of a case and its journal as the distribution writes them, by plain JDBC, each command one transaction. */
final class Rows {
    private static final String MATERIALS =
            """
            [{"code":"m1","originals":1,"copies":1},{"code":"m2","originals":1,"copies":2},\
            {"code":"m3","originals":1,"copies":1},{"code":"m4","originals":4,"copies":1},\
            {"code":"m5","originals":1,"copies":1}]""";
    private static final String DATA =
            """
            {"enteredAt":1795401059244654,"handed":%s,"ticks":[{"at":"2026-11-23T02:30:59.244654Z",\
            "state":"RUNNING"}],"done":["submit","accept"]}"""
                    .formatted(MATERIALS);
    private static final String KIND = "CORRECTED";
    private static final String DETAIL = "{\"materials\":" + MATERIALS + "}";

    private static final String INSERT =
            """
            insert into cases_case (mode, workflow, matter_name, guide, at_once, limit_days, site, division, town, county,
              applicant_kind, applicant_name, applicant_phone, stage, status, holder, first_asked, due_on,
              id, number, version, matter, applicant_id, submitted_at, changed_at, head, data)
            values ('window', 1, '残疾人证新办', 2, false, 15, '610926100000-01', '610926100000', '610926100000',
              '610926000000',
              'PERSON', '张示例', '0915-8401234', 'submitted', 'OPEN', null, 'chengguan-clerk', null,
              ?, ?, 1, ?, ?, ?, ?, ?, ?)""";
    private static final String UPDATE =
            """
            update cases_case set version = ?, stage = ?, status = ?, holder = null, first_asked = 'chengguan-clerk',
              changed_at = ?, due_on = ?, head = ?, data = ?
            where id = ? and version = ?""";
    private static final String ENTRY =
            """
            insert into cases_journal (account, actor, channel, shown, id, case_id, seq, done_at, kind, action,
              from_stage, to_stage, detail, hash, idem, request)
            values ('chengguan-clerk', '王受理（示例）', 'rest', true, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String SELECT = "select * from cases_case where id = ?";

    private static final AtomicLong CASES = new AtomicLong();
    private static final AtomicLong ENTRIES = new AtomicLong(1L << 44);

    private final Connection connection;

    Rows(Connection connection) {
        this.connection = connection;
    }

    /** Inserts a case and its first entry; its number is its id in 17 digits. */
    String submit(String key) throws SQLException {
        long id = CASES.incrementAndGet();
        String number = "%017d".formatted(id);
        long now = now();
        byte[] hash = hash();
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            set(insert, id, number, Sanban.MATTER, Citizens.number((int) id), now, now, hash, DATA);
            insert.executeUpdate();
        }
        entry(id, 1, now, "submit", null, "submitted", DETAIL, hash, "chengguan-clerk/" + key);
        connection.commit();
        return receipt(number, 1);
    }

    /** Updates a case and inserts an entry. */
    String act(String number, int version, Door.Step step) throws SQLException {
        long id = Long.parseLong(number);
        long now = now();
        byte[] hash = hash();
        Date due = step == Door.Step.ACCEPT ? Date.valueOf(LocalDate.now().plusDays(21)) : null;
        String status = step == Door.Step.DELIVER ? "DONE" : "OPEN";
        try (PreparedStatement update = connection.prepareStatement(UPDATE)) {
            set(update, version + 1, step.stage, status, now, due, hash, DATA, id, version);
            if (update.executeUpdate() != 1) {
                throw new SQLException("case " + number + " is not at version " + version);
            }
        }
        entry(id, version + 1, now, step.action, "submitted", step.stage, "{}", hash, null);
        connection.commit();
        return receipt(number, version + 1);
    }

    /** Reads a case by its primary key and shows it as JSON of about {@code length} bytes. */
    String read(String number, int length) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setLong(1, Long.parseLong(number));
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw new SQLException("no case " + number);
                }
                StringBuilder json = new StringBuilder(length).append("{\"number\":\"" + number + '"');
                int columns = row.getMetaData().getColumnCount();
                for (int i = 3; i <= columns; i++) {
                    json.append(",\"").append(row.getString(i)).append('"');
                }
                json.append("-".repeat(Math.max(0, length - json.length()))).append('}');
                connection.commit();
                return json.toString();
            }
        }
    }

    private void entry(
            long id, int seq, long at, String action, String from, String to, String detail, byte[] hash, String idem)
            throws SQLException {
        byte[] request = idem == null ? null : hash();
        try (PreparedStatement insert = connection.prepareStatement(ENTRY)) {
            long entry = ENTRIES.incrementAndGet();
            set(insert, entry, id, seq, at, KIND, action, from, to, detail, hash, idem, request);
            insert.executeUpdate();
        }
    }

    private static void set(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    private static String receipt(String number, int version) {
        return "{\"number\":\"" + number + "\",\"version\":" + version + "}";
    }

    private static long now() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    }

    private static byte[] hash() {
        byte[] bytes = new byte[32];
        ThreadLocalRandom.current().nextBytes(bytes);
        return bytes;
    }
}
