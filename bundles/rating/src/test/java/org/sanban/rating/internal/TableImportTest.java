// SPDX-License-Identifier: Apache-2.0
package org.sanban.rating.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.sanban.api.problem.Problem;
import org.sanban.api.rating.StarCriterion;
import org.sanban.api.tables.TableLine;
import org.sanban.rating.internal.TableReport.Entry;
import org.sanban.rating.internal.TableReport.Outcome;

/** Point tables as people send them. */
class TableImportTest {
    private static final String HEADER = "编码|考核内容|考核标准|考核办法|分 值|指标|计分规则|自评分|考核分";

    private final Criteria criteria = new Criteria();

    @Test
    void aTitleAboveMergedBlocksBelowAndSumsAtTheEnd() {
        criteria.addCriterion(new FakeCriterion("c.known", StarCriterion.Unit.PERCENT, "1"));
        TableImport.Read read = read(
                "某县星级评定评分考评表",
                HEADER,
                "A1|场所　设施|标识|看现场|2分||",
                "A2||功能区域||2|考核组|",
                "A3|办件|按时|系统|6|c.known|线性：0=0；100=6",
                "合  计||||10||");
        assertEquals(0, read.errors(), read.entries().toString());
        assertEquals(
                List.of("A1", "A2", "A3"),
                read.lines().stream().map(PointTable.Line::code).toList());
        assertEquals("场所 设施", read.lines().get(1).block());
        assertTrue(read.lines().get(0).panel() && read.lines().get(1).panel());
        assertEquals("c.known", read.lines().get(2).criterion());
        TableReport report = read.report("a.xlsx", null, true);
        assertEquals(new BigDecimal(10), report.full());
        assertEquals(0, report.version());
    }

    @Test
    void everyFaultIsToldWithItsLine() {
        TableImport.Read read = read(
                HEADER,
                "A1|场所||看现场|2||",
                "A2|场所|标识|看现场|||",
                "A3|场所|标识|看现场|2|c.x|",
                "A4|场所|标识|看现场|2||扣分：1",
                "A5|场所|标识|看现场|2|c.x|随便",
                "A6|场所|标识|看现场|2|c.x|分档：1=3",
                "A7|场所|标识|看现场|2|C X|扣分：1",
                "A8|场所|标识|看现场|0||",
                "A9|场所|标识|看现场|2.555||",
                "A1|场所|标识|看现场|2||",
                "坏 码|场所|标识|看现场|2||",
                "B1|场所|标识|看现场|2|c.x|线性：1=1;1=2");
        assertEquals(12, read.errors(), read.entries().toString());
        Map<Integer, String> told = read.entries().stream()
                .filter(entry -> entry.outcome() == Outcome.ERROR)
                .collect(
                        Collectors.toMap(Entry::number, entry -> entry.message().zh(), (a, b) -> a + b, TreeMap::new));
        assertEquals(Set.of(2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13), told.keySet());
        assertTrue(told.get(6).contains("随便") && told.get(6).contains("分档"), told.get(6));
        assertTrue(told.get(7).contains("0 至 2"), told.get(7));
        assertTrue(told.get(11).contains("第 2 项"), told.get(11));
    }

    @Test
    void whatIsDoubtfulIsSaidAndTaken() {
        TableImport.Read read = read(HEADER + "|领导批示", "|场所|标识|看现场|2||||", "A2|办件|按时|系统|6|c.unknown|扣分：1|||");
        assertEquals(0, read.errors());
        assertEquals("L01", read.lines().get(0).code());
        String said = read.entries().stream()
                .filter(entry -> entry.outcome() == Outcome.WARNING)
                .map(entry -> entry.message().zh())
                .collect(Collectors.joining());
        assertTrue(said.contains("领导批示") && said.contains("L01") && said.contains("c.unknown"), said);
    }

    @Test
    void anotherVersionTellsWhatIsNewDifferentAndGone() {
        PointTable before = ScoringTest.table(PointTable.Edge.LOWER, PointTable.Unscored.ZERO, 50);
        TableImport.Read read =
                new TableImport(criteria, before).read(rows(HEADER, "P1|场所|设施齐全|看现场|50||", "N1|场所|新的|看现场|50||"));
        Map<String, Outcome> outcomes = read.entries().stream().collect(Collectors.toMap(Entry::code, Entry::outcome));
        assertEquals(Map.of("P1", Outcome.CHANGED, "N1", Outcome.CREATED, "C1", Outcome.REMOVED), outcomes);
        PointTable merged = TableImport.merged(
                new PointTable("t", 0, null, "新来源", false, null, null, null, null, null, null, null, null, null, null),
                before,
                read.lines());
        assertEquals("新来源", merged.source());
        assertEquals(before.bands(), merged.bands());
        assertEquals(PointTable.Edge.LOWER, merged.edge());
        PointTableRules.check(merged);
    }

    @Test
    void whatIsNoPointTableIsRefusedWhole() {
        assertThrows(Problem.class, () -> read("姓名|电话", "某人|1"));
        assertThrows(Problem.class, () -> read());
        assertTrue(assertThrows(Problem.class, () -> read("编码|考核内容|考核办法", "1|2|3"))
                .detail()
                .zh()
                .contains("考核标准、分值"));
        assertThrows(Problem.class, () -> read(HEADER));
    }

    @Test
    void aTableNamesAllThatIsWrongWithIt() {
        PointTable nothing =
                new PointTable("坏", 0, "", null, false, null, null, null, null, null, null, null, null, null, null);
        Problem problem = assertThrows(Problem.class, () -> PointTableRules.check(nothing));
        Set<String> fields =
                problem.violations().stream().map(Problem.Violation::field).collect(Collectors.toSet());
        assertEquals(
                Set.of("id", "name", "source", "from", "kinds", "bands", "edge", "unscored", "least", "lines"), fields);
    }

    private TableImport.Read read(String... lines) {
        return new TableImport(criteria, null).read(rows(lines));
    }

    private static List<TableLine> rows(String... lines) {
        List<TableLine> rows = new ArrayList<>();
        for (String line : lines) {
            rows.add(new TableLine(rows.size() + 1, Arrays.asList(line.split("\\|", -1))));
        }
        return rows;
    }
}
