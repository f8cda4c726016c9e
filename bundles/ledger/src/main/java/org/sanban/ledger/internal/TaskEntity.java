// SPDX-License-Identifier: Apache-2.0
package org.sanban.ledger.internal;

import java.time.LocalDate;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.Table;

/** Row of a problem that came up in a leader's session. */
@Entity
@Table(name = "ledger_task")
class TaskEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ledger")
    long id;

    @Column(name = "session_id")
    long session;

    String division;
    String problem;
    String owner;

    @Column(name = "due_on")
    LocalDate dueOn;

    @Column(name = "done_on")
    LocalDate doneOn;

    String result;

    static TaskEntity of(LeaderSession.Task task, SessionEntity session) {
        TaskEntity row = new TaskEntity();
        row.session = session.id;
        row.division = session.division;
        row.set(task);
        return row;
    }

    /** Says what the task says. */
    void set(LeaderSession.Task task) {
        problem = task.problem();
        owner = task.owner();
        dueOn = task.dueOn();
        doneOn = task.doneOn();
        result = task.result();
    }

    LeaderSession.Task value() {
        return new LeaderSession.Task(id, session, division, problem, owner, dueOn, doneOn, result);
    }
}
