// SPDX-License-Identifier: Apache-2.0
package org.sanban.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** What an agent at a mobile point gains: cases are taken where there is no network, and reach the platform once each. */
@ExtendWith(Distribution.class)
class MobilePageIT {
    private static final String AGENT = "chengguan-agent";
    private static final Duration SOON = Duration.ofSeconds(60);
    /** Everything that is on the device, as text. */
    private static final String KEPT = "new Promise(done => { const open = indexedDB.open('sanban-mobile');"
            + " open.onsuccess = () => { const stores = [...open.result.objectStoreNames]; const all = {};"
            + " const tx = open.result.transaction(stores); stores.forEach(name => tx.objectStore(name).getAll()"
            + ".onsuccess = event => { all[name] = event.target.result; });"
            + " tx.oncomplete = () => { open.result.close(); done(all); }; }; })";

    private final Sanban sanban = Distribution.get();
    private final Rest agent = sanban.as(AGENT);
    private final Rest admin = sanban.as("sample-admin");
    private final MobilePoint point = MobilePoint.of(sanban);
    private final JsonNode matter = MobilePoint.matter(agent, true);
    private Line line;
    private Browser browser;

    @TempDir(cleanup = CleanupMode.NEVER)
    Path profile;

    @BeforeEach
    void open() {
        line = Line.to(sanban.base());
        browser = Browser.open(profile, line.base() + "/mobile/");
    }

    @AfterEach
    void close() throws IOException {
        browser.close();
        line.close();
    }

    @Test
    void casesAreTakenWithoutANetworkAndSentLater() {
        JsonNode gone = other();
        browser.picture("1-login");
        logIn();
        loadPackage();
        browser.picture("2-package");
        line.cut();
        browser.press("收件");
        browser.sees("#f-matter");
        browser.press("保存收件");
        browser.reads("处要改");
        browser.picture("3-faults");
        browser.fill("事项", matter.path("name").asText());
        photograph();
        String first = take("张离线𠮷", matter);
        browser.picture("4-receipt");
        browser.press("继续收件");
        String second = take("李离线", gone);
        browser.reload();
        browser.reads("剩余编号 18 个");
        browser.press("收件");
        browser.sees("#f-matter");
        fillIn("王未存", matter);
        browser.reload();
        browser.sees("#f-matter");
        assertEquals(
                "王未存",
                browser.eval("document.getElementById('f-applicant-name').value")
                        .asText());
        browser.picture("5-taking");
        browser.press("待传");
        browser.reads("2 件等待补传");
        browser.picture("6-waiting");
        browser.press("开始补传");
        browser.reads("连不上平台");

        ObjectNode guide = withdraw(gone);
        line.mend();
        browser.press("开始补传");
        browser.reads("需处理（1 件）");
        browser.reads("已下架");
        browser.picture("7-refused");
        JsonNode sent = agent.get("/cases/" + first).expect(200).json();
        assertEquals("taken", sent.path("stage").asText());
        String photo = sent.path("materials").get(0).path("attachments").path(0).asText();
        JsonNode file = agent.get("/attachments/" + photo).expect(200).json();
        assertEquals("image/jpeg", file.path("type").asText());
        agent.get("/cases/" + second).expect(404);
        JsonNode left = browser.eval(KEPT);
        assertFalse(left.toString().contains("张离线"), "nobody's data stays once it was acknowledged");
        assertEquals(0, left.path("photos").size());

        browser.press("修改");
        browser.sees("#f-answers-takenAt");
        browser.picture("8-amending");
        browser.fill("事项", matter.path("name").asText());
        browser.press("保存修改");
        browser.reads("已收件");
        browser.press("待传");
        browser.press("开始补传");
        browser.reads("完成 1 件");
        browser.reads("已完成（2 件）");
        browser.picture("9-sent");
        assertEquals(
                "李离线",
                agent.get("/cases/" + second)
                        .expect(200)
                        .json()
                        .path("applicant")
                        .path("name")
                        .asText());
        assertFalse(browser.eval(KEPT).path("cases").toString().contains(Sample.ID));
        admin.put("/matters/" + gone.path("code").asText(), guide).expect(200);
    }

    @Test
    void aBrowserThatDiesWhileSendingLeavesOneCaseEach() {
        long before = cases("赵一", "钱二", "孙三");
        logIn();
        loadPackage();
        line.cut();
        List<String> numbers = new ArrayList<>();
        for (String name : List.of("赵一", "钱二", "孙三")) {
            browser.press("收件");
            browser.sees("#f-matter");
            numbers.add(take(name, matter));
        }
        line.loseAnswers();
        browser.press("待传");
        browser.press("开始补传");
        // The platform has the first one, and the browser does not know.
        Await.until(
                SOON,
                "the first case arrived",
                () -> agent.get("/cases/" + numbers.get(0)).status() == 200);
        browser.kill();
        line.mend();
        browser = Browser.open(profile, line.base() + "/mobile/#cases");
        browser.reads("3 件等待补传");
        browser.press("开始补传");
        browser.sees("mobile-login input");
        logIn();
        browser.press("开始补传");
        browser.reads("完成 3 件");
        for (String number : numbers) {
            JsonNode found = agent.get("/cases/" + number).expect(200).json();
            assertEquals(1, found.path("version").asInt());
        }
        assertEquals(before + 3, cases("赵一", "钱二", "孙三"));
    }

    @Test
    void whatIsGivenUpKeepsItsReason() {
        logIn();
        loadPackage();
        browser.press("收件");
        browser.sees("#f-matter");
        String number = take("周放弃", matter);
        browser.press("待传");
        browser.press("放弃");
        browser.fill("放弃原因", "申请人改到中心办理");
        browser.press("确认放弃");
        browser.reads("作废编号");
        browser.press("开始补传");
        browser.reads("已完成（1 件）");
        JsonNode kept =
                sanban.as("supervisor").get("/numbers/" + number).expect(200).json();
        assertEquals("GIVEN_UP", kept.path("state").asText());
        assertEquals("申请人改到中心办理", kept.path("reason").asText());
        assertFalse(browser.eval(KEPT).toString().contains("周放弃"));
    }

    @Test
    void thePageRefusesWhatThePlatformRefuses() {
        for (Map<String, Object> wrong : List.<Map<String, Object>>of(
                Map.of(),
                Map.of("name", ""),
                Map.of("name", "长".repeat(61)),
                Map.of("name", "𠮷".repeat(60)),
                Map.of("idNumber", "360426199101010072"),
                Map.of("idNumber", "360426199102300071"),
                Map.of("idNumber", "360426209901010079"),
                Map.of("idNumber", "36042619910101007"),
                Map.of("phone", "12"),
                Map.of("phone", "+86-13800000000"),
                Map.of("phone", "0915--8401234"),
                Map.of("kind", "ORGANIZATION"),
                Map.of("kind", "ORGANIZATION", "idNumber", "91110000600037341L", "name", "长".repeat(200)),
                Map.of("kind", "ORGANIZATION", "idNumber", "91110000600037341K"),
                Map.of("address", "长".repeat(201)))) {
            Map<String, Object> applicant = new HashMap<>(Sample.applicant());
            applicant.putAll(wrong);
            Map<String, Object> draft = point.draft(matter, "示例");
            draft.put("applicant", applicant);
            Set<String> refused = new TreeSet<>(
                    agent.post("/cases", draft).json().path("violations").findValuesAsText("field"));
            String json = Rest.JSON.valueToTree(applicant).toString();
            JsonNode found = browser.eval(
                    "import('./checks.js').then(checks => Object.keys(checks.applicantFaults(" + json + ")))");
            Set<String> page = new TreeSet<>();
            found.forEach(field -> page.add(field.asText()));
            assertEquals(refused, page, json);
        }
    }

    private void logIn() {
        browser.sees("mobile-login input");
        browser.eval("document.querySelector('[name=login]').value = '" + AGENT + "'");
        browser.fill("密码", sanban.password(AGENT));
        browser.press("登录");
        browser.sees("nav");
    }

    private void loadPackage() {
        browser.sees("option[value='" + MobilePoint.SITE + "']");
        browser.eval("document.querySelector('[name=point]').value = '" + MobilePoint.SITE + "'");
        browser.press("下载离线包");
        browser.reads("离线包已保存");
    }

    /** Takes a case, and gives the number the applicant goes home with. */
    private String take(String name, JsonNode matter) {
        fillIn(name, matter);
        browser.press("保存收件");
        browser.sees(".receipt");
        browser.reads(name);
        return browser.eval("document.querySelector('.big').textContent").asText();
    }

    /** Takes a picture of the first material, as a phone's camera would give it, and sees it. */
    private void photograph() {
        browser.sees("mobile-photos input");
        browser.eval("(async () => { const canvas = new OffscreenCanvas(3000, 2000);"
                + " const pen = canvas.getContext('2d'); pen.fillStyle = '#eee'; pen.fillRect(0, 0, 3000, 2000);"
                + " pen.fillStyle = '#222'; pen.font = '200px sans-serif'; pen.fillText('SAMPLE', 300, 900);"
                + " const files = new DataTransfer(); files.items.add(new File([await canvas.convertToBlob()], 'a.png'));"
                + " const input = document.querySelector('mobile-photos input'); input.files = files.files;"
                + " input.dispatchEvent(new Event('change')); })()");
        browser.sees("mobile-photos img");
    }

    private void fillIn(String name, JsonNode matter) {
        browser.fill("事项", matter.path("name").asText());
        browser.press("齐");
        browser.fill("姓名或名称", name);
        browser.fill("身份证号", Sample.ID);
        browser.fill("联系电话", "0915-8401234");
        browser.press("添加一件原件");
        browser.type("户口簿（示例）");
    }

    /** Another published matter than the one that stays. */
    private JsonNode other() {
        for (JsonNode one : agent.get("/mobile/package?point=" + MobilePoint.SITE)
                .expect(200)
                .json()
                .path("matters")) {
            if (!one.path("code").equals(matter.path("code"))) {
                return one;
            }
        }
        throw new AssertionError("only one matter is taken at the mobile point");
    }

    /** Withdraws a matter, and gives what publishes it again. */
    private ObjectNode withdraw(JsonNode gone) {
        admin.post("/matters/" + gone.path("code").asText() + "/withdrawal", "").expect(200);
        ObjectNode again = gone.deepCopy();
        again.remove("code");
        ((ObjectNode) again.path("guide")).remove(List.of("version", "published", "withdrawn"));
        return again;
    }

    private long cases(String... names) {
        Set<String> masked = new TreeSet<>();
        for (String name : names) {
            masked.add(name.substring(0, 1));
        }
        long found = 0;
        for (JsonNode one : agent.get("/cases?limit=200&site=" + MobilePoint.SITE)
                .expect(200)
                .json()
                .path("items")) {
            found += masked.contains(one.path("applicant").asText().substring(0, 1)) ? 1 : 0;
        }
        return found;
    }
}
