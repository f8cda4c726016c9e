// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.wechat.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.sanban.api.cases.Action;
import org.sanban.api.cases.Case;
import org.sanban.api.cases.CaseLine;
import org.sanban.api.cases.CaseQuery;
import org.sanban.api.cases.CaseService;
import org.sanban.api.cases.Draft;
import org.sanban.api.cases.Due;
import org.sanban.api.cases.Holder;
import org.sanban.api.cases.Light;
import org.sanban.api.cases.Progress;
import org.sanban.api.cases.Receipt;
import org.sanban.api.cases.Status;
import org.sanban.api.cases.Step;
import org.sanban.api.cases.Workflow;
import org.sanban.api.identity.Actor;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Text;
import org.sanban.api.test.Samples;

/** Every case there is whose number begins with 6109; it is shown to the channel only. */
final class FakeCases implements CaseService {
    private static final Instant AT = Instant.parse("2026-11-02T02:00:00Z");

    @Override
    public Case get(String number, Actor actor) {
        if (!number.startsWith("6109") || !actor.channel().equals("wechat")) {
            throw Problem.notFound("case", number);
        }
        return new Case(
                number,
                3,
                "window",
                1,
                "m",
                "示例事项<甲>",
                1,
                false,
                Samples.SITE.code(),
                Samples.TOWN,
                Samples.person(),
                "reviewing",
                new Text("审批中", "under review"),
                Status.OPEN,
                new Holder(null, null, null),
                "clerk",
                AT,
                AT,
                new Due(5, AT, LocalDate.of(2026, 11, 9), null, 5, Light.ON_TIME, Text.of("示例"), List.of()),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                List.of(),
                null);
    }

    @Override
    public Receipt submit(Draft draft, Actor actor) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Receipt act(String number, Action action, Actor actor) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Due explain(String number, Actor actor) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Step> steps(String number, Actor actor) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Page<CaseLine> find(CaseQuery query, PageRequest page, Actor actor) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Progress follow(String number, String phoneEnding) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Workflow> modes() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Workflow workflow(String mode, int version) {
        throw new UnsupportedOperationException();
    }
}
