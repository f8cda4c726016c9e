// SPDX-License-Identifier: Apache-2.0
package org.sanban.mode.postal.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.sanban.api.cases.Action;
import org.sanban.api.cases.Case;
import org.sanban.api.cases.CaseLine;
import org.sanban.api.cases.CaseQuery;
import org.sanban.api.cases.CaseService;
import org.sanban.api.cases.Draft;
import org.sanban.api.cases.Due;
import org.sanban.api.cases.Light;
import org.sanban.api.cases.Progress;
import org.sanban.api.cases.Receipt;
import org.sanban.api.cases.Step;
import org.sanban.api.cases.Workflow;
import org.sanban.api.identity.Actor;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;

/** Cases that are given, and what is done with them: nothing but to note it. */
final class FakeCases implements CaseService {
    final List<Action> acted = new ArrayList<>();
    final List<Actor> actors = new ArrayList<>();
    private final SortedMap<String, Case> cases = new TreeMap<>();

    void put(String number, Case c) {
        cases.put(number, c);
    }

    @Override
    public Receipt act(String number, Action action, Actor actor) {
        acted.add(action);
        actors.add(actor);
        return new Receipt(number, action.version() + 1, action.name(), null, null, null, null, false);
    }

    @Override
    public Case get(String number, Actor actor) {
        return cases.get(number);
    }

    @Override
    public Page<CaseLine> find(CaseQuery query, PageRequest page, Actor actor) {
        return new Page<>(
                cases.entrySet().stream()
                        .map(entry -> line(entry.getKey(), entry.getValue()))
                        .toList(),
                null);
    }

    private static CaseLine line(String number, Case c) {
        return new CaseLine(
                number,
                c.matter(),
                c.matterName(),
                c.mode(),
                c.site(),
                "张**",
                c.stage(),
                c.stageName(),
                c.status(),
                c.submittedAt(),
                null,
                Light.NONE);
    }

    @Override
    public Receipt submit(Draft draft, Actor actor) {
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
