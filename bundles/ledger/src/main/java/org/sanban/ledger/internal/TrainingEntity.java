// SPDX-License-Identifier: Apache-2.0
package org.sanban.ledger.internal;

import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.Table;

/** Row of a training. */
@Entity
@Table(name = "ledger_training")
class TrainingEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ledger")
    long id;

    String division;
    String organiser;

    @Column(name = "held_on")
    LocalDate heldOn;

    String topics;
    String attended;
    int people;
    String note;
    String files;
    boolean cancelled;

    @Column(name = "recorded_by")
    String recordedBy;

    @Column(name = "recorded_at")
    long recordedAt;

    static TrainingEntity of(Training training) {
        TrainingEntity row = new TrainingEntity();
        row.division = training.division();
        row.organiser = training.organiser();
        row.heldOn = training.heldOn();
        row.topics = Words.join(training.topics());
        row.attended = Words.join(training.attended());
        row.people = training.people();
        row.note = training.note();
        row.files = Words.join(training.files());
        row.recordedBy = training.recordedBy();
        row.recordedAt = Moments.micros(training.recordedAt());
        return row;
    }

    Training value() {
        return new Training(
                id,
                division,
                organiser,
                heldOn,
                Words.split(topics).stream().map(Training.Topic::valueOf).collect(Collectors.toSet()),
                Set.copyOf(Words.split(attended)),
                people,
                note,
                Words.split(files),
                cancelled,
                recordedBy,
                Moments.instant(recordedAt));
    }
}
