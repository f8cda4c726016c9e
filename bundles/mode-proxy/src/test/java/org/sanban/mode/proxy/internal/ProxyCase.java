// SPDX-License-Identifier: Apache-2.0
package org.sanban.mode.proxy.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sanban.api.cases.Case;
import org.sanban.api.cases.Due;
import org.sanban.api.cases.Holder;
import org.sanban.api.cases.Light;
import org.sanban.api.cases.Original;
import org.sanban.api.cases.Paper;
import org.sanban.api.cases.Part;
import org.sanban.api.cases.Stage;
import org.sanban.api.problem.Text;
import org.sanban.api.test.Samples;

/** A case of the mode as it is given to its rules; each method gives another case. */
record ProxyCase(
        String stage,
        String holder,
        Map<String, Object> answers,
        List<String> done,
        List<Paper> papers,
        List<Part> parts,
        List<Original> originals) {
    static final String AGENT = "agent";
    private static final Instant AT = Instant.parse("2026-11-02T02:00:00Z");

    /** Acting, the whole course, held by the agent, signed until the end of the year with all rights. */
    static ProxyCase acting() {
        return of("act")
                .with("scope", List.of("collect", "submit", "sign", "receive", "pay", "relay"))
                .with("validUntil", "2026-12-31")
                .after("accept", "sign");
    }

    /** Helping, the whole course, held by the agent. */
    static ProxyCase helping() {
        return of("help").after("accept-help");
    }

    private static ProxyCase of(String service) {
        return new ProxyCase("early", AGENT, Map.of(), List.of("submit"), List.of(), List.of(), List.of())
                .with("services", List.of("consult", service))
                .with("course", "whole");
    }

    ProxyCase in(String id) {
        return new ProxyCase(id, holder, answers, done, papers, parts, originals);
    }

    ProxyCase heldBy(String account) {
        return new ProxyCase(stage, account, answers, done, papers, parts, originals);
    }

    ProxyCase with(String name, Object answer) {
        Map<String, Object> more = new HashMap<>(answers);
        more.put(name, answer);
        return new ProxyCase(stage, holder, more, done, papers, parts, originals);
    }

    ProxyCase only(String... stages) {
        return with("course", "stages").with("stages", List.of(stages));
    }

    ProxyCase after(String... actions) {
        List<String> more = new ArrayList<>(done);
        more.addAll(List.of(actions));
        return new ProxyCase(stage, holder, answers, more, papers, parts, originals);
    }

    ProxyCase asks(String code, boolean handed) {
        List<Paper> more = new ArrayList<>(papers);
        more.add(new Paper(code, "材料" + code, true, 1, 0, handed ? 1 : 0, 0, List.of()));
        return new ProxyCase(stage, holder, answers, done, more, parts, originals);
    }

    ProxyCase part(String matter) {
        List<Part> more = new ArrayList<>(parts);
        more.add(new Part(parts.size() + 1, "并联", matter, "officer", "审批（示例）", AT, AT, "approved", "准予"));
        return new ProxyCase(stage, holder, answers, done, papers, more, originals);
    }

    ProxyCase returned(String name) {
        List<Original> more = new ArrayList<>(originals);
        more.add(new Original(originals.size() + 1, name, null, AT, AGENT, null, AT, AGENT, "张示例"));
        return new ProxyCase(stage, holder, answers, done, papers, parts, more);
    }

    Case make() {
        Stage now = ProxyWorkflow.WORKFLOW.stage(stage).orElseThrow();
        return new Case(
                "61092626000000017",
                done.size(),
                ProxyWorkflow.ID,
                1,
                "m",
                "示例事项m",
                1,
                false,
                Samples.SITE.code(),
                Samples.TOWN,
                Samples.person(),
                stage,
                now.name(),
                now.status(),
                new Holder(now.holder(), holder, holder == null ? null : holder + "（示例）"),
                "clerk",
                AT,
                AT,
                new Due(5, null, null, null, null, Light.NONE, Text.of("示例"), List.of()),
                papers,
                originals,
                List.of(),
                parts,
                answers,
                done,
                null);
    }
}
