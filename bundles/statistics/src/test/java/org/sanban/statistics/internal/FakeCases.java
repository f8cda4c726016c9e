// SPDX-License-Identifier: Apache-2.0
package org.sanban.statistics.internal;

import java.util.List;
import org.sanban.api.cases.Action;
import org.sanban.api.cases.Case;
import org.sanban.api.cases.CaseLine;
import org.sanban.api.cases.CaseQuery;
import org.sanban.api.cases.CaseService;
import org.sanban.api.cases.Draft;
import org.sanban.api.cases.Due;
import org.sanban.api.cases.Progress;
import org.sanban.api.cases.Receipt;
import org.sanban.api.cases.Step;
import org.sanban.api.cases.Workflow;
import org.sanban.api.identity.Actor;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;

/** No mode is installed; nothing else is asked of it. */
final class FakeCases implements CaseService {
    @Override
    public List<Workflow> modes() {
        return List.of();
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
    public Case get(String number, Actor actor) {
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
    public Workflow workflow(String mode, int version) {
        throw new UnsupportedOperationException();
    }
}
