// SPDX-License-Identifier: Apache-2.0
package org.sanban.matters.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sanban.api.identity.Role;
import org.sanban.api.matters.Guide;
import org.sanban.api.matters.ImportReport;
import org.sanban.api.matters.ImportReport.Outcome;
import org.sanban.api.matters.Matter;
import org.sanban.api.matters.MatterQuery;
import org.sanban.api.matters.MatterType;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;
import org.sanban.data.test.TestDatabase;

class MatterImportTest {
    private static final String HEAD = "部门,事项名称,编码,事项类型";
    private static final String A = "440118009000";
    private static final String B = "440118010000";

    private TestDatabase database;
    private MatterManager matters;

    @BeforeEach
    void start() {
        database = TestDatabase.derby("matters");
        matters =
                new MatterManager(new MatterStore(database.jpa()), new ScopeStore(database.jpa()), CodeForms.bundled());
    }

    @AfterEach
    void stop() {
        database.close();
    }

    @Test
    void aFileIsCheckedBeforeAnythingIsWritten() {
        ImportReport report = load(HEAD + "\n民政局,𠮷事项,440118009000,01\n", false);
        assertEquals(1, report.created());
        assertFalse(report.applied());
        assertEquals(Outcome.CREATED, report.lines().get(0).outcome());
        assertEquals(2, report.lines().get(0).number());
        assertThrows(Problem.class, () -> matters.matter(A));
    }

    @Test
    void everyElementIsRead() {
        String csv = HEAD + ",部门编码,行使层级,办理条件,办理流程,申请材料,法定时限,承诺时限,办理依据,收费,办理结果,监督电话,服务方式\r\n"
                + "民政局,𠮷事项,440118009000,行政许可,11440100007482575h,县|5|村,\"条件一\n条件二\",申请|受理,"
                + "居民身份证;1;2;是;核验|申请表；1；0；否,20个工作日,即办,《某法》,不收费,证书,0915-1,window|postal\r\n";
        assertTrue(load("\uFEFF" + csv, true).applied());
        Matter matter = matters.matter(A);
        assertEquals("𠮷事项", matter.name());
        assertEquals("11440100007482575H", matter.departmentCode());
        assertEquals(MatterType.LICENCE, matter.type());
        Guide guide = matter.guide();
        assertEquals(Set.of(4, 5, 6), guide.levels());
        assertEquals(List.of("条件一", "条件二"), guide.conditions());
        assertEquals(
                List.of(
                        new Guide.Material("m1", "居民身份证", 1, 2, true, "核验"),
                        new Guide.Material("m2", "申请表", 1, 0, false, null)),
                guide.materials());
        assertEquals(20, guide.statutoryDays());
        assertTrue(guide.immediate());
        assertEquals(Set.of("window", "postal"), guide.modes());
        assertEquals(List.of(), guide.missing());
    }

    @Test
    void gb18030IsTakenAsChineseSpreadsheetsWriteIt() {
        byte[] bytes = (HEAD + "\n民政局,䶮𠮷事项,440118009000,01\n").getBytes(Charset.forName("GB18030"));
        assertTrue(load(new ByteArrayInputStream(bytes), true).applied());
        assertEquals("䶮𠮷事项", matters.matter(A).name());
    }

    @Test
    void anUnchangedLineMakesNoNewVersionAndAChangedOneTellsWhatChanges() {
        load(HEAD + ",承诺时限\n民政局,甲,440118009000,1,5\n民政局,乙,440118010000,1,5\n", true);
        ImportReport report = load(HEAD + ",承诺时限\n民政局,甲,440118009000,01,5\n民政局,乙,440118010000,01,3\n", true);
        assertEquals(List.of(0, 1, 1), List.of(report.created(), report.changed(), report.unchanged()));
        assertTrue(report.lines().get(0).message().zh().contains("承诺时限"));
        assertTrue(report.lines().get(0).message().en().contains("committedDays"));
        assertEquals(1, matters.matter(A).guide().version());
        assertEquals(2, matters.matter(B).guide().version());
    }

    @Test
    void aColumnThatIsNotThereLeavesItsElementAloneAndABlankCellMakesItUnknown() {
        load(HEAD + ",承诺时限,收费\n民政局,甲,440118009000,1,5,不收费\n", true);
        assertEquals(1, load(HEAD + "\n民政局,甲,440118009000,1\n", true).unchanged());
        assertEquals(5, matters.matter(A).guide().committedDays());
        load(HEAD + ",承诺时限\n民政局,甲,440118009000,1,\n", true);
        assertNull(matters.matter(A).guide().committedDays());
        assertEquals("不收费", matters.matter(A).guide().fee());
    }

    @Test
    void oneWrongLineKeepsTheWholeFileOut() {
        StringBuilder csv = new StringBuilder(HEAD + ",行使层级,申请材料,法定时限,承诺时限\n");
        for (int i = 0; i < 60; i++) {
            csv.append("民政局,甲").append(i).append(",4401%05d000,01\n".formatted(i));
        }
        csv.append("民政局,坏编码,11440100007482575X3440118009000,01\n");
        csv.append("民政局,重复,440100001000,01\n");
        csv.append("民政局,层级,440118010000,01,乡\n");
        csv.append("民政局,类型,440118011000,77\n");
        csv.append("民政局,").append("长".repeat(301)).append(",440118012000,01\n");
        csv.append("民政局,坏\u0001字,440118013000,01\n");
        csv.append("民政局,材料,440118014000,01,,身份证\n");
        csv.append("民政局,时限,440118015000,01,,,20日,x\n");
        csv.append("民政局,时限,440118016000,01,,,5,20\n");
        csv.append(",,440118017000,01\n");
        ImportReport report = load(csv.toString(), true);
        assertFalse(report.applied());
        assertEquals(10, report.errors());
        assertEquals(60, report.created());
        assertEquals(
                List.of(),
                matters.find(new MatterQuery(null, null, null, null, false), PageRequest.first())
                        .items());
        assertMessage(report, 62, "统一社会信用代码");
        assertMessage(report, 63, "与第 3 行编码重复");
        assertMessage(report, 64, "行使层级：行使层级“乡”不正确");
        assertMessage(report, 65, "事项类型“77”");
        assertMessage(report, 66, "事项名称：请填写 1 至 300 个字");
        assertMessage(report, 67, "事项名称：含有控制字符");
        assertMessage(report, 68, "材料“身份证”格式不正确");
        assertMessage(report, 69, "法定时限：“20日”不是工作日数");
        assertMessage(report, 69, "承诺时限：“x”不是工作日数");
        assertMessage(report, 70, "不能长于法定时限");
        assertMessage(report, 71, "部门：请填写");
        assertMessage(report, 71, "事项名称：请填写");
    }

    @Test
    void aDepartmentCodeThatIsNoneIsLeftOutWithAWarning() {
        ImportReport report = load(HEAD + ",部门编码,备注列\n民政局,甲,440118009000,20,083372204,x\n", true);
        assertTrue(report.applied());
        assertNull(matters.matter(A).departmentCode());
        assertMessage(report, 1, "备注列");
        assertMessage(report, 2, "083372204");
        assertMessage(report, 2, "编码中的事项类型为“行政许可”");
    }

    @Test
    void aWithdrawnMatterStaysSoWhereItsLineIsUnchanged() {
        load(HEAD + "\n民政局,甲,440118009000,1\n", true);
        matters.withdraw(A, MatterStoreTest.ADMIN);
        ImportReport same = load(HEAD + "\n民政局,甲,440118009000,1\n", true);
        assertMessage(same, 2, "已撤回");
        assertEquals(1, matters.matter(A).guide().version());
        load(HEAD + "\n民政局,乙,440118009000,1\n", true);
        assertNull(matters.matter(A).guide().withdrawn());
    }

    @Test
    void linesAreCountedAsASpreadsheetDoes() {
        ImportReport report = load(HEAD + "\n\n民政局,\"甲\n乙\",440118009000,1\n,,,\n民政局,丙,x,1\n", false);
        assertMessage(report, 5, "编码长度为 1 位");
    }

    @Test
    void filesThatAreNoCatalogueAreRefused() {
        assertProblem("", "没有表头");
        assertProblem("a,b\n1,2\n", "缺少必需的列：编码、事项名称、部门、事项类型");
        assertProblem(HEAD + "\n", "没有数据行");
        assertProblem(HEAD + ",code\n", "出现了两次");
        assertProblem(HEAD + "\n" + "民政局,甲,440118009000,1\n".repeat(20_001), "超过 20000 行");
        Problem large = assertThrows(
                Problem.class, () -> load(new ByteArrayInputStream(new byte[20 * 1024 * 1024 + 1]), false));
        assertEquals(Problem.Kind.TOO_LARGE, large.kind());
        assertThrows(
                Problem.class,
                () -> matters.load(
                        new ByteArrayInputStream(new byte[0]),
                        "f",
                        " ",
                        false,
                        false,
                        MatterStoreTest.ADMIN,
                        line -> {}));
        assertThrows(
                Problem.class,
                () -> matters.load(
                        new ByteArrayInputStream(new byte[0]),
                        "f",
                        "s",
                        false,
                        false,
                        MatterStoreTest.actor("610926000000", Role.CLERK),
                        line -> {}));
    }

    @Test
    void xlsxIsToldByItsContentWhateverItsName() throws IOException {
        byte[] bytes = xlsx(sheet -> {
            List<String> head = List.of("department", "name", "itemCode", "taskType", "committedDays", "fee");
            for (int i = 0; i < head.size(); i++) {
                sheet.value(0, i, head.get(i));
            }
            sheet.value(2, 0, "民政局");
            sheet.value(2, 1, "𠮷事项");
            sheet.value(2, 2, 440118009000L);
            sheet.value(2, 3, 1);
            sheet.value(2, 4, 5.0);
            sheet.formula(2, 5, "CONCAT(\"a\",\"b\")");
        });
        ImportReport report = load(new ByteArrayInputStream(bytes), true);
        assertTrue(report.applied(), () -> report.lines().toString());
        assertEquals(3, report.lines().get(0).number());
        assertEquals("𠮷事项", matters.matter(A).name());
        assertEquals(5, matters.matter(A).guide().committedDays());
    }

    @Test
    void aFileIsTakenAsPeopleKeepIt() throws IOException {
        byte[] bytes = xlsx(sheet -> {
            sheet.value(0, 0, "示例县下沉镇办理事项目录");
            sheet.range(0, 0, 0, 6).merge();
            List<String> upper = List.of("序　号", "部门", "事项\n名称", "编码", "事项类型", "办理时限");
            for (int i = 0; i < upper.size(); i++) {
                sheet.value(1, i, upper.get(i));
            }
            sheet.range(1, 5, 1, 6).merge();
            sheet.value(2, 5, "法定时限（工作日）");
            sheet.value(2, 6, "承诺时限");
            sheet.value(3, 0, 1);
            sheet.value(3, 1, "民　政　局");
            sheet.value(3, 2, "\u00A0高龄津贴\u3000");
            sheet.value(3, 3, "440118 009000\u3000");
            sheet.value(3, 4, "行政　许可");
            sheet.value(3, 5, 20);
            sheet.value(3, 6, 5);
        });
        ImportReport checked = load(new ByteArrayInputStream(bytes), false);
        assertEquals(
                List.of(),
                checked.lines().stream()
                        .filter(l -> l.outcome() != Outcome.CREATED)
                        .toList());
        assertEquals(
                List.of("A:忽略", "B:部门", "C:事项名称", "D:编码", "E:事项类型", "F:法定时限", "G:承诺时限"),
                checked.columns().stream()
                        .map(c -> c.column() + ":"
                                + (c.meaning() == null ? "忽略" : c.meaning().zh()))
                        .toList());
        assertEquals("办理时限/法定时限（工作日）", checked.columns().get(5).heading());
        assertEquals(3, checked.columns().get(0).line());
        assertTrue(load(new ByteArrayInputStream(bytes), true).applied());
        assertEquals("高龄津贴", matters.matter(A).name());
        assertEquals("民政局", matters.matter(A).department());
        assertEquals(20, matters.matter(A).guide().statutoryDays());
        assertEquals(5, matters.matter(A).guide().committedDays());
    }

    @Test
    void aLineOfDataIsNoSecondLineOfHeadings() {
        ImportReport report = load(HEAD + ",承诺时限\n民政局,承诺时限,440118009000,01,5\n", true);
        assertEquals(1, report.created());
        assertEquals("承诺时限", matters.matter(A).name());
    }

    @Test
    void warningsOfAKindAreOneLineWithTheirNumber() {
        StringBuilder csv = new StringBuilder(HEAD + ",部门编码\n");
        for (int i = 0; i < 120; i++) {
            csv.append("民政局,甲,4401%05d000,01,%d\n".formatted(i, i));
        }
        ImportReport report = load(csv.toString(), false);
        List<ImportReport.Line> warnings = report.lines().stream()
                .filter(line -> line.outcome() == Outcome.WARNING)
                .toList();
        assertEquals(1, warnings.size());
        assertEquals(2, warnings.get(0).number());
        assertTrue(
                warnings.get(0).message().zh().contains("共 120 行"),
                warnings.get(0).message().zh());
    }

    @Test
    void progressIsToldOnLongFiles() {
        StringBuilder csv = new StringBuilder(HEAD + "\n");
        for (int i = 0; i < 250; i++) {
            csv.append("民政局,甲,4401%05d000,01\n".formatted(i));
        }
        List<Integer> told = new ArrayList<>();
        matters.load(
                new ByteArrayInputStream(csv.toString().getBytes(StandardCharsets.UTF_8)),
                "f.csv",
                "测试",
                false,
                true,
                MatterStoreTest.ADMIN,
                told::add);
        assertEquals(List.of(51, 101, 151, 201, 251), told);
    }

    @Test
    void wrongLinesAreListedBeforeOthersWhereNotAllCanBe() {
        StringBuilder csv = new StringBuilder(HEAD + "\n");
        for (int i = 0; i < 2500; i++) {
            csv.append("民政局,甲,4401%05d000,01\n".formatted(i));
        }
        csv.append("民政局,甲,错,01\n");
        ImportReport report = load(csv.toString(), false);
        assertEquals(2000, report.lines().size());
        assertEquals(Outcome.ERROR, report.lines().get(1999).outcome());
        assertEquals(2502, report.lines().get(1999).number());
    }

    private interface Filling {
        void fill(Worksheet sheet) throws IOException;
    }

    static byte[] xlsx(Filling filling) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "test", "1.0")) {
            filling.fill(workbook.newWorksheet("s"));
        }
        return out.toByteArray();
    }

    private ImportReport load(String csv, boolean apply) {
        return load(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), apply);
    }

    private ImportReport load(InputStream content, boolean apply) {
        return matters.load(content, "名录.csv", "测试", false, apply, MatterStoreTest.ADMIN, line -> {});
    }

    private void assertProblem(String csv, String message) {
        Problem problem = assertThrows(Problem.class, () -> load(csv, true));
        assertTrue(problem.detail().zh().contains(message), problem.detail().zh());
    }

    private static void assertMessage(ImportReport report, int number, String message) {
        assertTrue(
                report.lines().stream()
                        .anyMatch(line ->
                                line.number() == number && line.message().zh().contains(message)),
                () -> number + " " + message + " in " + report.lines());
    }
}
