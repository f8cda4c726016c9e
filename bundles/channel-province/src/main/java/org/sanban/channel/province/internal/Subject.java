// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.province.internal;

import static org.sanban.channel.province.internal.Column.code;
import static org.sanban.channel.province.internal.Column.number;
import static org.sanban.channel.province.internal.Column.text;
import static org.sanban.channel.province.internal.Column.time;

import java.util.List;
import java.util.stream.Stream;

/**
 * What is told of a case: each is a row of one of the national platform's exchange tables (交换表), with the columns and
 * lengths of domain facts 4.2. Where published copies of a table differ in a length, the shorter one is kept to. Columns
 * that some copies have for their own bookkeeping ({@code id}, {@code tenant_id} …) are left to the database.
 */
enum Subject {
    /** Accepted (受理). */
    ACCEPT(
            "UP_PRO_ACCEPT",
            text("catalog_code", 12).must(),
            text("task_code", 36).must(),
            text("task_handle_item", 50),
            text("local_task_code", 50),
            text("task_name", 1000).must(),
            number("task_version").must(),
            text("applyer_name", 100).must(),
            code("applyer_type", 2).must(),
            code("applyer_page_type", 70).must(),
            text("applyer_page_code", 500).must(),
            time("apply_date").must(),
            code("apply_type", 2).must(),
            time("accept_date").must(),
            time("promise_date"),
            code("project_type", 2).must(),
            text("project_name", 1000),
            text("org_code", 18).must(),
            text("org_name", 100).must(),
            text("handle_user_name", 100),
            text("contact_name", 100),
            text("contact_mobile", 11),
            text("address", 1000)),

    /** A material that was handed in (材料). */
    MATERIAL(
            "UP_PRO_MATERIAL",
            text("material_name", 200).must(),
            code("get_type", 2).must(),
            text("get_num", 5)),

    /** A step (过程). */
    PROCESS(
            "UP_PRO_PROCESS",
            code("event_name", 2).must(),
            text("process_name", 1000).must(),
            text("handle_explain", 2000).must(),
            text("handle_user_name", 100).must(),
            time("event_start_time").must(),
            time("event_end_time").must()),

    /** A special procedure that is over (特别程序). */
    SPECIAL(
            "UP_PRO_SPECIAL_PROCEDURE",
            code("special_type", 2).must(),
            text("special_name", 1000).must(),
            text("special_reason", 2000).must(),
            time("special_time").must(),
            time("end_time").must(),
            text("result", 2000),
            text("handle_user", 100)),

    /** What came of it (结果). */
    RESULT(
            "UP_PRO_RESULT",
            code("result_type", 2).must(),
            time("result_date").must(),
            text("result_explain", 2000),
            text("result_cetr_name", 256),
            text("result_cetr_no", 2000),
            code("is_delivery_results", 2).must(),
            text("handle_user_name", 100)),

    /**
     * A rating (评价), as the national system's interface of 好差评 names its fields (domain facts 4.3). No table of it is
     * published: its name here is ours. Its codes are those of the interface or of GB/T 39046, as agreed on.
     */
    RATING(
            "rating",
            List.of(Column.KEY, Column.WRITTEN),
            text("areaCode", 12),
            text("deptCode", 18),
            text("taskCode", 36),
            text("taskHandleItem", 50),
            text("taskName", 0),
            text("projectNo", 50).must(),
            text("proDepart", 0),
            text("proManager", 0),
            text("userProp", 0),
            text("userName", 0),
            text("certKey", 0),
            text("promiseTime", 0).must(),
            text("satisfaction", 0).must(),
            text("satisfactionName", 0),
            text("evalDetail", 0),
            text("writingEvaluation", 0),
            time("assessTime").must(),
            number("assessNumber").must(),
            text("pf", 0).must(),
            text("proStatus", 0),
            time("acceptDate"),
            text("dataSource", 3).must());

    private final String table;
    private final List<Column> columns;

    Subject(String table, Column... own) {
        this(table, Column.COMMON, own);
    }

    Subject(String table, List<Column> first, Column... own) {
        this.table = table;
        this.columns = Stream.concat(first.stream(), Stream.of(own)).toList();
    }

    /** The table's national name. */
    String table() {
        return table;
    }

    /** One of its columns. */
    Column column(String name) {
        return columns.stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Its columns, {@code row_guid} first. */
    List<Column> columns() {
        return columns;
    }
}
