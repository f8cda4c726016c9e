// SPDX-License-Identifier: Apache-2.0
package org.sanban.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** What clerks and administrators see at a glance: charts of their place, each number with its cases. */
@ExtendWith(Distribution.class)
class BoardPageIT {
    private static final List<String> CHARTS = List.of("months", "rate", "places", "quality", "modes", "stars");

    private final Sanban sanban = Distribution.get();
    private final Rest clerk = sanban.as("chengguan-clerk");
    private Browser browser;

    @TempDir(cleanup = CleanupMode.NEVER)
    Path profile;

    @AfterEach
    void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void aTownIsDrawnAndEachNumberOpensItsCases() {
        Sample.submit(clerk, Sample.committedMatter(clerk));
        Await.until(Duration.ofSeconds(60), "the case is counted", () -> first().path("number")
                .isTextual());
        String number = first().path("number").asText();
        open("chengguan-clerk");
        drawn();
        browser.picture("board-town");
        browser.press("收件");
        browser.reads(number);
        browser.press(number);
        browser.reads(clerk.get("/cases/" + number)
                .expect(200)
                .json()
                .path("matterName")
                .asText());
        browser.picture("board-cases");
    }

    @Test
    void theCountyIsDrawnTownByTownAndATownIsOpened() {
        open("sample-admin");
        drawn();
        browser.reads("各镇明细");
        browser.picture("board-county");
        browser.press("城关镇");
        browser.reads("各场所明细");
        browser.press("平利县");
        browser.reads("各镇明细");
        browser.press("English");
        browser.reads("Cases by town");
    }

    @Test
    void filesAreAskedForAgainAndNotSentTwice() throws Exception {
        URI charts = URI.create(sanban.base() + "/board/echarts.js");
        HttpClient client = HttpClient.newHttpClient();
        var first = client.send(HttpRequest.newBuilder(charts).build(), BodyHandlers.ofString());
        assertEquals(200, first.statusCode());
        String tag = first.headers().firstValue("ETag").orElseThrow();
        var again = client.send(
                HttpRequest.newBuilder(charts).header("If-None-Match", tag).build(), BodyHandlers.ofString());
        assertEquals(304, again.statusCode());
        var none = client.send(
                HttpRequest.newBuilder(charts.resolve("../board/secrets.js")).build(), BodyHandlers.ofString());
        assertEquals(404, none.statusCode());
    }

    private JsonNode first() {
        return clerk.get("/statistics/why?figure=submitted&limit=1")
                .expect(200)
                .json()
                .path("items")
                .path(0);
    }

    private void open(String account) {
        // Stars are computed in the background, some ten seconds after a start.
        Await.until(
                Duration.ofSeconds(60),
                "stars are computed",
                () -> !clerk.get("/stars?limit=1").json().path("items").isEmpty());
        browser = Browser.open(profile, sanban.base() + "/board/");
        browser.sees("input[name=login]");
        browser.fill("账号", account);
        browser.fill("密码", sanban.password(account));
        browser.press("登录");
    }

    private void drawn() {
        CHARTS.forEach(chart -> browser.sees("#chart-" + chart + " canvas"));
    }
}
