// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.province.internal;

import java.util.List;

/**
 * A column of an exchange table.
 *
 * @param name as the national platform names it
 * @param type what it holds
 * @param length how many characters at most, 0 where it has no length
 * @param required whether it must be filled
 */
record Column(String name, Type type, int length, boolean required) {
    /** What a column holds. */
    enum Type {
        TEXT,
        /** A code: in the outbox a word of ours, translated when it is sent. */
        CODE,
        NUMBER,
        TIME
    }

    /** By which a repeat finds its row. */
    static final Column KEY = text("row_guid", 50).must();

    /** By whose day both sides compare. */
    static final Column WRITTEN = time("cd_time").must();

    /** What every exchange table has, its key first. */
    static final List<Column> COMMON = List.of(
            KEY,
            text("project_no", 50).must(),
            text("data_source", 3).must(),
            code("cd_operation", 2).must(),
            WRITTEN,
            text("cd_batch", 32).must());

    static Column text(String name, int length) {
        return new Column(name, Type.TEXT, length, false);
    }

    static Column code(String name, int length) {
        return new Column(name, Type.CODE, length, false);
    }

    static Column number(String name) {
        return new Column(name, Type.NUMBER, 0, false);
    }

    static Column time(String name) {
        return new Column(name, Type.TIME, 0, false);
    }

    Column must() {
        return new Column(name, type, length, true);
    }
}
