// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sanban.api.cases.Booking;
import org.sanban.api.cases.Case;
import org.sanban.api.cases.Due;
import org.sanban.api.cases.Holder;
import org.sanban.api.cases.Light;
import org.sanban.api.cases.Original;
import org.sanban.api.cases.Paper;
import org.sanban.api.cases.Part;
import org.sanban.api.cases.Stage;
import org.sanban.api.cases.Workflow;
import org.sanban.api.problem.Text;

/** A case as a mode's {@code check} is given it; each method gives another case. */
public record SampleCase(
        Workflow workflow,
        String stage,
        boolean immediate,
        String holder,
        List<Paper> papers,
        List<Original> originals,
        List<Booking> bookings,
        List<Part> parts,
        Map<String, Object> answers,
        List<String> done) {
    private static final Instant AT = Instant.parse("2026-11-02T02:00:00Z");

    /** A committed case as it is once submitted, with nothing asked for. */
    public static SampleCase of(Workflow workflow) {
        return new SampleCase(
                workflow,
                workflow.initial(),
                false,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                List.of("submit"));
    }

    /** In another stage. */
    public SampleCase in(String stage) {
        return new SampleCase(workflow, stage, immediate, holder, papers, originals, bookings, parts, answers, done);
    }

    /** Of an immediate matter. */
    public SampleCase atOnce() {
        return new SampleCase(workflow, stage, true, holder, papers, originals, bookings, parts, answers, done);
    }

    /** Held by an account by name. */
    public SampleCase with(String account) {
        return new SampleCase(workflow, stage, immediate, account, papers, originals, bookings, parts, answers, done);
    }

    /** With a required paper, of which one original is asked for. */
    public SampleCase asks(String code, boolean handed) {
        List<Paper> more = more(papers, new Paper(code, "材料" + code, true, 1, 0, handed ? 1 : 0, 0, List.of()));
        return new SampleCase(workflow, stage, immediate, holder, more, originals, bookings, parts, answers, done);
    }

    /** With an original in custody that is somewhere, {@code null} at the site. */
    public SampleCase keeps(String name, String where) {
        List<Original> more =
                more(originals, new Original(originals.size() + 1, name, null, AT, "clerk", where, null, null, null));
        return new SampleCase(workflow, stage, immediate, holder, papers, more, bookings, parts, answers, done);
    }

    /** With people and vehicles booked. */
    public SampleCase books(Booking... booked) {
        return new SampleCase(
                workflow, stage, immediate, holder, papers, originals, List.of(booked), parts, answers, done);
    }

    /** With parts that others handle. */
    public SampleCase parts(Part... opened) {
        return new SampleCase(
                workflow, stage, immediate, holder, papers, originals, bookings, List.of(opened), answers, done);
    }

    /** With an answer given before. */
    public SampleCase answering(String name, Object answer) {
        Map<String, Object> more = new HashMap<>(answers);
        more.put(name, answer);
        return new SampleCase(workflow, stage, immediate, holder, papers, originals, bookings, parts, more, done);
    }

    /** With answers so far. */
    public SampleCase answered(Map<String, Object> given) {
        return new SampleCase(workflow, stage, immediate, holder, papers, originals, bookings, parts, given, done);
    }

    /** After an action. */
    public SampleCase after(String action) {
        return new SampleCase(
                workflow, stage, immediate, holder, papers, originals, bookings, parts, answers, more(done, action));
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
                new Holder(now.holder(), holder, holder),
                Samples.clerk().account(),
                AT,
                AT,
                new Due(immediate ? 0 : 5, null, null, null, null, Light.NONE, Text.of("示例"), List.of()),
                papers,
                originals,
                bookings,
                parts,
                answers,
                done,
                null);
    }

    private static <T> List<T> more(List<T> list, T one) {
        List<T> more = new ArrayList<>(list);
        more.add(one);
        return more;
    }
}
