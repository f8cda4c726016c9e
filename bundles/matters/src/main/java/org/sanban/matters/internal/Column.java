// SPDX-License-Identifier: Apache-2.0
package org.sanban.matters.internal;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.sanban.api.matters.Matter;
import org.sanban.api.problem.Text;

/** The columns of a catalogue file, known by their names in Chinese or English. */
enum Column {
    CODE("code", Matter::code, "编码", "code", "itemcode", "事项编码", "实施编码", "基本编码"),
    NAME("name", Matter::name, "事项名称", "name", "名称"),
    DEPARTMENT("department", Matter::department, "部门", "department", "实施部门", "实施主体"),
    TYPE("type", Matter::type, "事项类型", "type", "tasktype"),
    DEPARTMENT_CODE("departmentCode", Matter::departmentCode, "部门编码", "departmentCode", "deptcode"),
    LEVELS("guide.levels", m -> m.guide().levels(), "行使层级", "levels", "level"),
    CONDITIONS("guide.conditions", m -> m.guide().conditions(), "办理条件", "conditions", "受理条件"),
    PROCESS("guide.process", m -> m.guide().process(), "办理流程", "process"),
    MATERIALS("guide.materials", m -> m.guide().materials(), "申请材料", "materials"),
    STATUTORY_DAYS("guide.statutoryDays", m -> m.guide().statutoryDays(), "法定时限", "statutoryDays"),
    COMMITTED_DAYS("guide.committedDays", m -> m.guide().committedDays(), "承诺时限", "committedDays"),
    BASIS("guide.basis", m -> m.guide().basis(), "办理依据", "basis", "设定依据", "法律依据"),
    FEE("guide.fee", m -> m.guide().fee(), "收费", "fee"),
    RESULT("guide.result", m -> m.guide().result(), "办理结果", "result"),
    SUPERVISION_PHONE("guide.supervisionPhone", m -> m.guide().supervisionPhone(), "监督电话", "supervisionPhone"),
    MODES("guide.modes", m -> m.guide().modes(), "服务方式", "modes");

    private final String field;
    private final Function<Matter, Object> part;
    private final Text label;
    private final Set<String> names;

    Column(String field, Function<Matter, Object> part, String zh, String en, String... more) {
        this.field = field;
        this.part = part;
        this.label = new Text(zh, en);
        this.names = Set.copyOf(java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(zh, en.toLowerCase(Locale.ROOT)), Arrays.stream(more))
                .toList());
    }

    /** The column that a header cell names. */
    static Optional<Column> named(String header) {
        String name = plain(header);
        return Arrays.stream(values()).filter(c -> c.names.contains(name)).findFirst();
    }

    /** A heading without blanks, marks and a note in brackets: 法定时限（工作日）. */
    private static String plain(String header) {
        return header.replaceAll("[\\s\\p{Z}*＊\uFEFF]", "")
                .replaceFirst("[（(][^（()）]*[）)]$", "")
                .toLowerCase(Locale.ROOT);
    }

    /** Whether a heading only counts the lines. */
    static boolean serial(String header) {
        return plain(header).matches("序号|no\\.?");
    }

    /** The column that holds a field of a matter, as {@link MatterRules} names fields. */
    static Optional<Column> holding(String field) {
        return Arrays.stream(values())
                .filter(c -> field.equals(c.field) || field.startsWith(c.field + "["))
                .findFirst();
    }

    /** What a file without this column cannot do without. */
    boolean required() {
        return compareTo(TYPE) <= 0;
    }

    /** The name of the field it holds. */
    String field() {
        return field;
    }

    /** What people call it. */
    Text label() {
        return label;
    }

    /** What a matter has in it. */
    Object of(Matter matter) {
        return part.apply(matter);
    }
}
