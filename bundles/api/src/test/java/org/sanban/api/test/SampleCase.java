// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.sanban.api.cases.Case;
import org.sanban.api.cases.Due;
import org.sanban.api.cases.Holder;
import org.sanban.api.cases.Light;
import org.sanban.api.cases.Original;
import org.sanban.api.cases.Paper;
import org.sanban.api.cases.Stage;
import org.sanban.api.cases.Workflow;
import org.sanban.api.problem.Text;

/** A case as a mode's {@code check} is given it; each method gives another case. */
public record SampleCase(
        Workflow workflow,
        String stage,
        boolean immediate,
        List<Paper> papers,
        List<Original> originals,
        Map<String, Object> answers,
        List<String> done) {
    private static final Instant AT = Instant.parse("2026-11-02T02:00:00Z");

    /** A committed case as it is once submitted, with nothing asked for. */
    public static SampleCase of(Workflow workflow) {
        return new SampleCase(workflow, workflow.initial(), false, List.of(), List.of(), Map.of(), List.of("submit"));
    }

    /** In another stage. */
    public SampleCase in(String stage) {
        return new SampleCase(workflow, stage, immediate, papers, originals, answers, done);
    }

    /** Of an immediate matter. */
    public SampleCase atOnce() {
        return new SampleCase(workflow, stage, true, papers, originals, answers, done);
    }

    /** With a required paper, of which one original is asked for. */
    public SampleCase asks(String code, boolean handed) {
        List<Paper> more = new ArrayList<>(papers);
        more.add(new Paper(code, "材料" + code, true, 1, 0, handed ? 1 : 0, 0, List.of()));
        return new SampleCase(workflow, stage, immediate, more, originals, answers, done);
    }

    /** After an action. */
    public SampleCase after(String action) {
        List<String> more = new ArrayList<>(done);
        more.add(action);
        return new SampleCase(workflow, stage, immediate, papers, originals, answers, more);
    }

    /** With answers so far. */
    public SampleCase answered(Map<String, Object> given) {
        return new SampleCase(workflow, stage, immediate, papers, originals, given, done);
    }

    /** The case. */
    public Case make() {
        Stage now = workflow.stage(stage).orElseThrow();
        return new Case(
                "61092626000000017",
                done.size(),
                workflow.mode(),
                workflow.version(),
                "m",
                "示例事项m",
                1,
                immediate,
                Samples.SITE.code(),
                Samples.TOWN,
                Samples.person(),
                stage,
                now.name(),
                now.status(),
                new Holder(now.holder(), null, null),
                Samples.clerk().account(),
                AT,
                AT,
                new Due(immediate ? 0 : 5, null, null, null, null, Light.NONE, Text.of("示例"), List.of()),
                papers,
                originals,
                List.of(),
                List.of(),
                answers,
                done);
    }
}
