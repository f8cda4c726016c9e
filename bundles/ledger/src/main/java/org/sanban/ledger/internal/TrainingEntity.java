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

    int version;
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
        row.set(training);
        row.recordedBy = training.recordedBy();
        row.recordedAt = Moments.micros(training.recordedAt());
        return row;
    }

    /** Says what the training says, as its next version; who entered it first, and when, stays. */
    void set(Training training) {
        version++;
        division = training.division();
        organiser = training.organiser();
        heldOn = training.heldOn();
        topics = Words.join(training.topics());
        attended = Words.join(training.attended());
        people = training.people();
        note = training.note();
        files = Words.join(training.files());
    }

    Training value() {
        return new Training(
                id,
                version,
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
