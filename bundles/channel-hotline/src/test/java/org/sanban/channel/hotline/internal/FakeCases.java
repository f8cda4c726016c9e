// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.hotline.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sanban.api.cases.Action;
import org.sanban.api.cases.Case;
import org.sanban.api.cases.CaseLine;
import org.sanban.api.cases.CaseQuery;
import org.sanban.api.cases.CaseService;
import org.sanban.api.cases.Clock;
import org.sanban.api.cases.Draft;
import org.sanban.api.cases.Due;
import org.sanban.api.cases.Field;
import org.sanban.api.cases.Light;
import org.sanban.api.cases.Progress;
import org.sanban.api.cases.Receipt;
import org.sanban.api.cases.Stage;
import org.sanban.api.cases.Status;
import org.sanban.api.cases.Step;
import org.sanban.api.cases.Workflow;
import org.sanban.api.identity.Actor;
import org.sanban.api.identity.Role;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Text;
import org.sanban.api.test.SampleCase;

/** One mode that asks when, where and by what way one applies; cases are numbered as they come, once for each key. */
public final class FakeCases implements CaseService {
    static final Workflow ONSITE = new Workflow(
            "onsite",
            1,
            new Text("上门办", "Service at home"),
            "requested",
            Set.of(Role.CLERK, Role.SYSTEM),
            List.of(
                    Field.choice(
                            "via",
                            Text.of("方式"),
                            true,
                            List.of(new Field.Choice("phone", Text.of("电话")), new Field.Choice("web", Text.of("网上")))),
                    new Field("wishedAt", Text.of("时间"), Field.Type.TIME, true, 0, List.of()),
                    Field.text("place", Text.of("地点"), true, 200)),
            List.of(new Stage("requested", Text.of("已登记"), Status.OPEN, Clock.WAITING, Role.CLERK, null)),
            List.of());

    /** What was submitted, and by whom. */
    record Submitted(Draft draft, Actor actor) {}

    final List<Submitted> submitted = new ArrayList<>();
    private final Map<String, Receipt> receipts = new HashMap<>();
    /** What submitting throws, for once. */
    RuntimeException fault;

    @Override
    public Receipt submit(Draft draft, Actor actor) {
        RuntimeException thrown = fault;
        fault = null;
        if (thrown instanceof Problem) {
            throw thrown;
        }
        actor.require(ONSITE.submitters().toArray(String[]::new));
        String key = actor.account() + " " + draft.key();
        Receipt before = draft.key() == null ? null : receipts.get(key);
        if (before != null) {
            return receipt(before.number(), true);
        }
        submitted.add(new Submitted(draft, actor));
        Receipt made = receipt("6109262600000%04d".formatted(submitted.size()), false);
        receipts.put(key, made);
        if (thrown != null) {
            throw thrown;
        }
        return made;
    }

    private static Receipt receipt(String number, boolean repeated) {
        return new Receipt(number, 1, "submit", "requested", Text.of("已登记"), Status.OPEN, Instant.EPOCH, repeated);
    }

    @Override
    public Case get(String number, Actor actor) {
        return SampleCase.of(ONSITE).make();
    }

    @Override
    public Progress follow(String number, String phoneEnding) {
        if (!"1234".equals(phoneEnding)) {
            throw Problem.notFound("case", number);
        }
        return new Progress(
                number,
                "示例事项",
                "示例场所",
                null,
                "张*",
                Text.of("已登记"),
                Status.OPEN,
                Text.of("窗口人员"),
                null,
                null,
                Light.NONE,
                Text.of("示例"),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null);
    }

    @Override
    public List<Workflow> modes() {
        return List.of(ONSITE);
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
    public Workflow workflow(String mode, int version) {
        throw new UnsupportedOperationException();
    }
}
