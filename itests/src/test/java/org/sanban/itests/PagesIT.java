// SPDX-License-Identifier: Apache-2.0
package org.sanban.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** What a citizen sees in a browser, without a login: what to bring, how far a case is, which pages there are. */
@ExtendWith(Distribution.class)
class PagesIT {
    private static final String WINDOW = "sanban-mode-window";
    private static final String MOBILE = "sanban-mode-mobile";
    private static final Duration SOON = Duration.ofSeconds(60);

    private final Sanban sanban = Distribution.get();
    private final Rest clerk = sanban.as("chengguan-clerk");
    private final JsonNode matter = Sample.committedMatter(clerk);
    private final String name = matter.path("name").asText();
    private Line line;
    private Browser browser;

    @TempDir(cleanup = CleanupMode.NEVER)
    Path profile;

    @BeforeEach
    void connect() {
        line = Line.to(sanban.base());
    }

    @AfterEach
    void close() throws IOException {
        browser.close();
        line.close();
        if (!clerk.get("/modes").expect(200).body().contains("\"mobile\"")) {
            sanban.done("sanban:module-install " + MOBILE);
        }
    }

    @Test
    void aGuideIsFoundByWordsOfItsNameAndReadWhole() {
        open("/guides/");
        browser.fill("查事项", "没有这样的事项");
        browser.press("查找");
        browser.reads("没有找到");
        String words = name.substring(1);
        browser.fill("查事项", words.substring(2) + " " + words.substring(0, 2));
        browser.press("查找");
        browser.press(name);
        JsonNode guide = matter.path("guide");
        for (String element : List.of("fee", "result", "supervisionPhone")) {
            String text = guide.path(element).asText();
            assertFalse(text.isEmpty(), element);
            browser.reads(text);
        }
        browser.reads(guide.path("materials").path(0).path("name").asText());
        browser.reads("承诺 " + guide.path("committedDays").asInt() + " 个工作日");
        browser.reads("示例数据，不作办事依据");
        browser.sees("a[href='/api/v1/board-notices/" + matter.path("code").asText() + "']");
        browser.eval("document.querySelector('summary').click()");
        browser.reads(clerk.get("/sites/" + Sample.SITE)
                .expect(200)
                .json()
                .path("name")
                .asText());
        browser.picture("guide");
        browser.press("English");
        browser.reads("Supervision phone");
    }

    @Test
    void aNoticeOnTheWallTellsThatItIsNoLongerInForce() {
        ObjectNode next = incomplete().deepCopy();
        String code = next.remove("code").asText();
        int before = next.path("guide").path("version").asInt();
        ((ObjectNode) next.path("guide")).remove(List.of("version", "published", "withdrawn"));
        ((ObjectNode) next.path("guide")).put("fee", "不收费");
        sanban.as("sample-admin").put("/matters/" + code, next).expect(200);
        open("/guides/#" + code + "/" + before);
        browser.reads("这一版已不是现行版本");
        browser.press("看现行的第 " + (before + 1) + " 版");
        browser.reads("第 " + (before + 1) + " 版");
        browser.reads("指南还缺必须公开的内容");
        open("/guides/#" + code + "/999");
        browser.reads("没有这个事项或这一版指南");
    }

    @Test
    void aCaseIsFollowedByItsNumberAndFourDigitsThatStayWhereTheyAre() {
        String number = Sample.submit(clerk, matter);
        open("/progress/#" + number);
        ask("0000");
        browser.reads("没有查到");
        ask("1234");
        browser.reads(name);
        browser.reads("还缺这些材料，请补交");
        browser.reads("窗口人员");
        browser.reads("尚未受理，未开始计时");
        browser.picture("progress-missing");
        assertEquals(
                line.base() + "/progress/#" + number,
                browser.eval("location.href").asText());
        String kept = browser.eval("JSON.stringify({...localStorage, ...sessionStorage})")
                .asText();
        assertFalse(kept.contains("1234"), kept);
        line.cut();
        ask("1234");
        browser.reads("连不上平台");
    }

    @Test
    void theLimitIsExplainedLineByLine() {
        open("/progress/#" + Sample.accepted(clerk, matter));
        ask("1234");
        browser.reads("按时 · 还剩");
        browser.eval("document.querySelector('summary').click()");
        browser.reads("受理");
        browser.reads("计 ");
        browser.picture("progress-limit");
        browser.press("English");
        browser.reads("working days left");
        browser.reads("What happened");
    }

    @Test
    void whoseModeIsAwayIsToldThatTheCaseIsKept() {
        String number = Sample.submit(clerk, matter);
        sanban.done("sanban:module-remove " + WINDOW);
        try {
            open("/progress/#" + number);
            ask("1234");
            browser.reads("目前暂停办理，您的办件已保存");
            browser.picture("progress-absent");
        } finally {
            sanban.done("sanban:module-install " + WINDOW);
        }
    }

    @Test
    void whoGuessesIsToldHowLongToWait() {
        String number = Sample.submit(clerk, matter);
        open("/progress/#" + number);
        for (int i = 0; i < 5; i++) {
            sanban.anyone().get("/progress/" + number + "?phone=0000").expect(404);
        }
        ask("1234");
        browser.reads("15 分钟");
    }

    @Test
    void theStartPageListsThePagesThereAre() {
        open("/");
        browser.reads("办事指南");
        browser.reads("进度查询");
        browser.reads("办件看板");
        browser.sees("a[href='/mobile/']");
        browser.picture("start");
        sanban.done("sanban:module-remove " + MOBILE);
        Await.until(SOON, "the page is gone from the list", () -> {
            browser.reload();
            return !browser.text().contains("流动代办点收件");
        });
        browser.reads("办件看板");
        sanban.done("sanban:module-install " + MOBILE);
        Await.until(SOON, "it is back", () -> {
            browser.reload();
            return browser.text().contains("流动代办点收件");
        });
    }

    private void ask(String digits) {
        browser.fill("电话后四位", digits);
        browser.press("查询");
    }

    private void open(String path) {
        if (browser != null) {
            browser.close();
        }
        browser = Browser.open(profile, line.base() + path);
    }

    /** A matter that lacks conditions, which no other test handles. */
    private JsonNode incomplete() {
        for (JsonNode one : clerk.get("/matters?limit=200&inForce=true").json().path("items")) {
            if (one.path("guide").path("conditions").isEmpty()) {
                return one;
            }
        }
        throw new AssertionError("every matter is complete");
    }
}
