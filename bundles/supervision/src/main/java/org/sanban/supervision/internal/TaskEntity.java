// SPDX-License-Identifier: Apache-2.0
package org.sanban.supervision.internal;

import java.time.LocalDate;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.sanban.api.registry.Division;
import org.sanban.api.supervision.PlanTask;

/** Row of a task. */
@Entity
@Table(name = "supervision_task")
class TaskEntity extends PlacedEntity {
    String code;
    String title;
    String text;
    String owners;
    String deadline;

    @Column(name = "due_on")
    LocalDate dueOn;

    String source;

    boolean own;

    @Column(name = "per_town")
    boolean perTown;

    /** The meeting that decided it, {@code null} for none. */
    Long meeting;

    static TaskEntity of(PlanTask task) {
        TaskEntity row = new TaskEntity();
        row.place(task.division());
        row.code = task.code();
        row.title = task.title();
        row.text = task.text();
        row.owners = Words.joined(task.owners());
        row.deadline = task.deadline();
        row.dueOn = task.dueOn();
        row.source = task.source();
        row.own = task.own();
        row.perTown = task.perTown();
        return row;
    }

    PlanTask value() {
        return new PlanTask(
                id, code, title, text, Words.parted(owners), deadline, dueOn, source, division, own, perTown);
    }

    /** Whether {@code code} reports on it, being the division it was set for or a town of it. */
    boolean asks(String code) {
        return code.equals(division) ? own : perTown && Division.town(code).equals(code);
    }
}
