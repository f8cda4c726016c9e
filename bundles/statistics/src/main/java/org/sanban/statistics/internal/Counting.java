// SPDX-License-Identifier: Apache-2.0
package org.sanban.statistics.internal;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.journal.CourseService;
import org.sanban.api.journal.JournalBatchListener;
import org.sanban.api.journal.JournalListener;
import org.sanban.api.journal.Told;

/**
 * Told of every entry. What is counted is never the entry itself but the case's course with all entries so far, of which
 * the one with the most counts: an entry that comes twice, late, or by two nodes at once changes nothing.
 */
@Component(service = JournalListener.class, property = "listener.id=statistics")
public final class Counting implements JournalBatchListener {
    private final CourseService courses;
    private final Ledger ledger;

    @Activate
    public Counting(@Reference CourseService courses, @Reference Ledger ledger) {
        this.courses = courses;
        this.ledger = ledger;
    }

    @Override
    public void on(List<Told> batch) {
        // A case that has more entries by now comes again with the last of them.
        Set<String> numbers = batch.stream()
                .filter(told -> told.state().version() == told.entry().seq())
                .map(told -> told.entry().number())
                .collect(Collectors.toSet());
        if (!numbers.isEmpty()) {
            ledger.take(courses.courses(numbers));
        }
    }
}
