// SPDX-License-Identifier: Apache-2.0
package org.sanban.web.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The start page lists the pages there are, and no others. */
class StartPageTest {
    private House house;

    @BeforeEach
    void build() throws Exception {
        house = new House(1000, 2000);
    }

    @AfterEach
    void close() throws Exception {
        house.close();
    }

    @Test
    void pagesComeAndGoThoseForCitizensFirst() throws Exception {
        assertFalse(chinese().contains("查询办事"), "no heading over nothing");
        house.pages.addPage(page(1, "/a-board/", "看板", true));
        house.pages.addPage(page(2, "/guides/", "指南", false));
        String both = chinese();
        assertTrue(both.indexOf("<h2>查询办事</h2>") < both.indexOf("<a href=\"/guides/\">指南</a><p>指南说明</p>"), both);
        assertTrue(both.indexOf("指南") < both.indexOf("<h2>工作人员</h2>"), both);
        assertTrue(both.indexOf("工作人员") < both.indexOf("<a href=\"/a-board/\">看板</a>"), both);
        house.pages.removePage(page(1, "/a-board/", "看板", true));
        assertFalse(chinese().contains("看板"));
        assertTrue(chinese().contains("指南"));
    }

    @Test
    void eachIsNamedInTheLanguageOfThePageAndIsNeverMarkup() throws Exception {
        house.pages.addPage(page(1, "/x/?\"", "<b>甲&乙</b>", false));
        assertTrue(chinese().contains("<a href=\"/x/?&quot;\">&lt;b&gt;甲&amp;乙&lt;/b&gt;</a>"), chinese());
        String english = house.get("/?lang=en").body();
        assertTrue(english.contains("For citizens") && english.contains(">Title</a><p>About</p>"), english);
        assertFalse(english.contains("甲"), english);
    }

    @Test
    void whatABrowserHasIsNotSentAgainUntilItChanges() throws Exception {
        house.pages.addPage(page(1, "/guides/", "指南", false));
        String tag = house.get("/").headers().firstValue("ETag").orElseThrow();
        assertEquals(304, ask(tag).statusCode());
        house.pages.removePage(page(1, "/guides/", "指南", false));
        assertEquals(200, ask(tag).statusCode());
    }

    private HttpResponse<String> ask(String tag) throws Exception {
        return house.send(house.to("/").header("If-None-Match", tag));
    }

    private String chinese() throws Exception {
        return house.get("/").body();
    }

    private static Map<String, Object> page(long id, String address, String title, boolean staff) {
        return Map.of(
                "service.id",
                id,
                "sanban.page.address",
                address,
                "sanban.page.zh",
                title,
                "sanban.page.en",
                "Title",
                "sanban.page.zhAbout",
                title + "说明",
                "sanban.page.enAbout",
                "About",
                "sanban.page.staff",
                staff);
    }
}
