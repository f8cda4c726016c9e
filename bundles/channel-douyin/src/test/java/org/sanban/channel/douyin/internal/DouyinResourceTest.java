// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.douyin.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sanban.api.identity.Actor;
import org.sanban.api.identity.Role;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Problem.Kind;
import org.sanban.api.test.FakeMatters;
import org.sanban.api.test.FakeMessages;
import org.sanban.api.test.FakePostings;
import org.sanban.api.test.Samples;
import org.sanban.channel.douyin.internal.DouyinResource.BindingInput;
import org.sanban.channel.douyin.internal.DouyinResource.PostingInput;
import org.sanban.channel.douyin.internal.DouyinResource.ScriptView;

/** Guides get to Douyin by hand, with what is to be said and a record of where it was. */
class DouyinResourceTest {
    private static final Actor SYSTEM = new Actor("mini", "小程序", Set.of(Role.SYSTEM), Samples.COUNTY, "rest");

    private final FakeMessages messages = new FakeMessages();
    private final FakePostings postings = new FakePostings();
    private final DouyinResource resource = new DouyinResource(
            Settings.of(), messages, new FakeMatters(Samples.matter("m1", 5, Samples.CARD)), postings);

    @Test
    void aScriptIsGivenAndItsPostingRecorded() {
        ScriptView script = resource.script("m1", Samples.clerk());
        assertEquals(1, script.version());
        assertTrue(script.title().startsWith("【示例】"), script.title());
        assertTrue(script.lines().contains("要带的材料：居民身份证。"), script.lines().toString());
        assertTrue(script.caption().contains("承诺 5 个工作日办结。"), script.caption());
        assertEquals(
                "https://v.douyin.com/example/",
                resource.post("m1", new PostingInput("https://v.douyin.com/example/", null), Samples.admin())
                        .reference());
        assertEquals(
                1, resource.published(false, null, 20, Samples.admin()).items().size());
    }

    @Test
    void aPostingNeedsItsAddressAndAnAdministrator() {
        for (String wrong : new String[] {null, "", "javascript:alert(1)", "http://v.douyin.com/x", "https://x"}) {
            refused(Kind.INVALID, () -> resource.post("m1", new PostingInput(wrong, null), Samples.admin()));
        }
        refused(Kind.INVALID, () -> resource.post("m1", null, Samples.admin()));
        PostingInput good = new PostingInput("https://v.douyin.com/x/", null);
        refused(Kind.FORBIDDEN, () -> resource.post("m1", good, Samples.clerk()));
        refused(Kind.NOT_FOUND, () -> resource.post("none", good, Samples.admin()));
        assertTrue(postings.postings.isEmpty());
    }

    @Test
    void theMiniProgramsServerBindsPeople() {
        resource.bind(new BindingInput("somebody", "12345678", "en"), SYSTEM);
        refused(Kind.INVALID, () -> resource.bind(new BindingInput("somebody", "1", null), SYSTEM));
        refused(Kind.INVALID, () -> resource.bind(new BindingInput(" ", "12345678", null), SYSTEM));
        refused(Kind.FORBIDDEN, () -> resource.bind(new BindingInput("somebody", "12345678", null), Samples.clerk()));
        refused(Kind.INVALID, () -> resource.bind(new BindingInput("somebody", "12345678", "fr"), SYSTEM));
        assertEquals(List.of("bind douyin somebody", "language douyin somebody en"), messages.told);
    }

    private static void refused(Kind kind, Runnable work) {
        assertEquals(kind, assertThrows(Problem.class, work::run).kind());
    }
}
