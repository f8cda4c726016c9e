// SPDX-License-Identifier: Apache-2.0
package org.sanban.print.internal;

import java.util.List;
import java.util.Set;
import org.sanban.api.cases.Case;
import org.sanban.api.cases.Clock;
import org.sanban.api.cases.Due;
import org.sanban.api.cases.Original;
import org.sanban.api.cases.Stage;
import org.sanban.api.cases.Status;
import org.sanban.api.cases.Workflow;
import org.sanban.api.matters.Matter;
import org.sanban.api.problem.Text;
import org.sanban.api.test.SampleCase;

/** Cases to print from. */
final class Cases {
    private static final Workflow WORKFLOW = new Workflow(
            "demo",
            1,
            new Text("示例方式", "Sample mode"),
            "submitted",
            Set.of("clerk"),
            List.of(),
            List.of(new Stage("submitted", new Text("已提交", "Submitted"), Status.OPEN, Clock.WAITING, "clerk", null)),
            List.of());

    private Cases() {}

    static SampleCase sample() {
        return SampleCase.of(WORKFLOW);
    }

    static Case with(Case c, Due due, List<Original> originals) {
        return new Case(
                c.number(),
                c.version(),
                c.mode(),
                c.workflow(),
                c.matter(),
                c.matterName(),
                c.guide(),
                c.immediate(),
                c.site(),
                c.division(),
                c.applicant(),
                c.stage(),
                c.stageName(),
                c.status(),
                c.holder(),
                c.firstAsked(),
                c.submittedAt(),
                c.changedAt(),
                due,
                c.materials(),
                originals,
                c.bookings(),
                c.parts(),
                c.answers(),
                c.done(),
                null);
    }

    static Matter unmarked(Matter m) {
        return new Matter(m.code(), m.name(), m.department(), m.departmentCode(), m.type(), "某县", false, m.guide());
    }
}
