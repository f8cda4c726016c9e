// SPDX-License-Identifier: Apache-2.0
package org.sanban.matters.internal.postings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sanban.matters.internal.Catalogue.ADMIN;
import static org.sanban.matters.internal.Catalogue.matter;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sanban.api.channel.Ability;
import org.sanban.api.channel.ChannelAdapter;
import org.sanban.api.matters.Coverage;
import org.sanban.api.matters.Coverage.Reach;
import org.sanban.api.matters.CoverageSummary;
import org.sanban.api.matters.MatterService;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Text;
import org.sanban.api.test.FakeRegistry;
import org.sanban.data.test.TestDatabase;
import org.sanban.matters.internal.Catalogue;

/** The matrix of matters and channels, on a real database. */
abstract class CoverageStoreTest {
    private static final String A = "440118009000";
    private static final String B = "440118009001";
    private static final String C = "440118009002";
    private static final Map<String, Object> DOUYIN = Map.of("channel.id", "douyin");
    private static final Map<String, Object> HOTLINE = Map.of("channel.id", "hotline");

    private TestDatabase database;
    private MatterService matters;
    private PostingManager postings;
    private CoverageManager coverage;

    abstract TestDatabase open();

    @BeforeEach
    void start() {
        database = open();
        matters = Catalogue.of(database);
        postings = new PostingManager(new PostingStore(database.jpa()), matters, new FakeRegistry());
        coverage = node();
        List.of(A, B, C).forEach(code -> matters.publish(matter(code, "不收费"), ADMIN));
    }

    @AfterEach
    void stop() {
        database.close();
    }

    private CoverageManager node() {
        return new CoverageManager(new CoverageStore(database.jpa()), settings());
    }

    @Test
    void aMatterIsReachedWhereItsGuideInForceIsPublished() {
        post(A, 1, "douyin");
        Coverage line = find(null).items().get(0);
        assertEquals(A, line.matter());
        assertEquals(
                List.of("抖音可查", "微信可知", "电话可约"),
                line.channels().stream().map(reach -> reach.name().zh()).toList());
        assertTrue(line.channels().get(0).reached());
        assertNull(line.channels().get(0).next());
        Reach wechat = line.channels().get(1);
        assertFalse(wechat.reached());
        assertTrue(wechat.next().zh().contains("sanban-channel-wechat"), wechat.toString());
        assertTrue(wechat.next().en().contains("version 1"), wechat.toString());
        matters.publish(matter(A, "10 元"), ADMIN);
        Reach outdated = find(null).items().get(0).channels().get(0);
        assertFalse(outdated.reached());
        assertEquals("所发布的是第 1 版，现行为第 2 版", outdated.why().zh());
    }

    @Test
    void theMatrixIsAWorkbook() throws IOException {
        post(A, 1, "douyin");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new CoverageBook(coverage, null).write(out);
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            List<Row> rows = book.getFirstSheet().read();
            assertEquals("抖音可查", rows.get(0).getCellText(4));
            assertEquals(
                    List.of(A, B, C),
                    rows.stream().skip(1).map(row -> row.getCellText(0)).toList());
            assertEquals("已覆盖", rows.get(1).getCellText(4));
            assertTrue(rows.get(2).getCellText(4).contains("1"), rows.get(2).getCellText(4));
            Row douyin = book.getSheet(1).orElseThrow().read().get(1);
            assertEquals(List.of("1", "2"), List.of(douyin.getCellText(1), douyin.getCellText(2)));
        }
    }

    @Test
    void whatAChannelLacksIsPaged() {
        post(B, 1, "douyin");
        post(C, 1, "wechat");
        assertEquals(List.of(A, C), codes(find("douyin")));
        assertEquals(List.of(A, B), codes(find("wechat")));
        Page<Coverage> first = coverage.coverage("douyin", new PageRequest(null, 1));
        assertEquals(List.of(A), codes(first));
        Page<Coverage> rest = coverage.coverage("douyin", new PageRequest(first.next(), 1));
        assertEquals(List.of(C), codes(rest));
        assertNull(rest.next());
        matters.withdraw(A, ADMIN);
        assertEquals(List.of(C), codes(find("douyin")), "a withdrawn matter is to be found nowhere");
        Problem unknown = assertThrows(Problem.class, () -> find("weibo"));
        assertTrue(unknown.detail().zh().contains("hotline"), unknown.detail().zh());
    }

    @Test
    void aChannelThatTakesAppointmentsTakesThemForEveryMatterOnceItIsReady() {
        assertEquals(3, find("hotline").items().size());
        Text broken = new Text("未配置", "not configured");
        ChannelAdapter faulty = new Adapter(Set.of(Ability.RECEIVE), broken);
        coverage.addAdapter(faulty, HOTLINE);
        assertEquals(broken, find(null).items().get(0).channels().get(2).next());
        ChannelAdapter ready = new Adapter(Set.of(Ability.RECEIVE), null);
        coverage.addAdapter(ready, HOTLINE);
        coverage.removeAdapter(faulty, HOTLINE);
        assertTrue(find(null).items().get(0).channels().get(2).reached(), "the new one came before the old one went");
        assertEquals(List.of(), find("hotline").items());
        coverage.removeAdapter(ready, HOTLINE);
        assertEquals(3, find("hotline").items().size());
        coverage.addAdapter(new Adapter(Set.of(Ability.NOTIFY), null), HOTLINE);
        assertTrue(
                find(null).items().get(0).channels().get(2).next().zh().contains("不能受理预约"),
                "it is installed and cannot");
    }

    @Test
    void theWholeIsCounted() {
        post(A, 1, "douyin");
        post(B, 1, "douyin");
        matters.publish(matter(B, "10 元"), ADMIN);
        coverage.addAdapter(new Adapter(Set.of(Ability.PUBLISH), null), DOUYIN);
        CoverageSummary told = coverage.summary();
        assertEquals(3, told.matters());
        assertFalse(told.source().isBlank());
        CoverageSummary.Channel douyin = told.channels().get(0);
        assertTrue(douyin.installed());
        assertEquals(List.of(1L, 2L, 1L), List.of(douyin.reached(), douyin.missing(), douyin.outdated()));
        assertNotNull(douyin.next());
        CoverageSummary.Channel hotline = told.channels().get(2);
        assertFalse(hotline.installed());
        assertEquals(List.of(0L, 3L), List.of(hotline.reached(), hotline.missing()));
        assertEquals(told, coverage.summary());
        post(C, 1, "douyin");
        assertEquals(1, coverage.summary().channels().get(0).reached(), "counted some seconds ago");
        assertEquals(2, node().summary().channels().get(0).reached());
    }

    @Test
    void whichChannelsCountIsChecked() {
        assertEquals(1, settings("某规定", "douyin|publish|抖音可查").faults().size());
        assertEquals(1, settings("某规定", "douyin|shout|抖音可查|x").faults().size());
        assertEquals(
                1, settings("某规定", "a|publish|x|x", "a|receive|x|x").faults().size());
        assertEquals(1, settings(" ", "a|publish|x|x").faults().size());
        assertEquals(1, settings("某规定", "a|publish|x|x").channels().size());
    }

    private void post(String code, int version, String channel) {
        postings.post(code, version, channel, "https://example.org/" + code, ADMIN);
    }

    private Page<Coverage> find(String missing) {
        return coverage.coverage(missing, PageRequest.first());
    }

    private static List<String> codes(Page<Coverage> page) {
        return page.items().stream().map(Coverage::matter).toList();
    }

    private static CoverageSettings settings(String source, String... channels) {
        return new CoverageSettings(new Configured(source, channels));
    }

    private static CoverageSettings settings() {
        return settings("通知", "douyin|publish|抖音可查|Douyin", "wechat|publish|微信可知|WeChat", "hotline|receive|电话可约|phone");
    }

    private record Configured(String source, String[] channels) implements CoverageSettings.Config {
        @Override
        public Class<? extends Annotation> annotationType() {
            return CoverageSettings.Config.class;
        }
    }

    private record Adapter(Set<Ability> abilities, Text broken) implements ChannelAdapter {
        @Override
        public Text name() {
            return new Text("渠道", "channel");
        }

        @Override
        public Optional<Text> fault() {
            return Optional.ofNullable(broken);
        }
    }
}
