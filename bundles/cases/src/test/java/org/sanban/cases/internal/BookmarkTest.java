// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Collections;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sanban.data.test.TestDatabase;

/** A listener that is moved while it is told stays where it was moved to. */
class BookmarkTest {
    private static final String ID = "post";

    private TestDatabase database;
    private JpaJournalStore store;
    private int lane;

    private Bookmark open(String kind) {
        database = kind.equals("derby") ? TestDatabase.derby("cases") : TestDatabase.postgres("cases");
        store = new JpaJournalStore(database.jpa(), Rows.SETTINGS);
        lane = Rows.SETTINGS.node();
        return new Bookmark(ID, store);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"derby", "postgresql"})
    void movedToWhereItWasWrittenLastItIsToldAgain(String kind) {
        Bookmark bookmark = open(kind);
        long start = bookmark.position(lane);
        store.rewind(ID, Map.of(lane, start + 5));
        bookmark.forget();
        assertEquals(start + 5, bookmark.position(lane));
        bookmark.reached(lane, start + 9);
        store.rewind(ID, Map.of(lane, start + 5));
        bookmark.save();
        assertEquals(start + 5, bookmark.position(lane));
    }

    @ParameterizedTest
    @ValueSource(strings = {"derby", "postgresql"})
    void movedToTheBeginningBeforeAnythingWasWrittenItIsToldAgain(String kind) {
        Bookmark bookmark = open(kind);
        long start = bookmark.position(lane);
        bookmark.reached(lane, start + 9);
        store.rewind(ID, Map.of(lane, start));
        bookmark.save();
        assertEquals(start, bookmark.position(lane));
        bookmark.reached(lane, start + 2);
        bookmark.save();
        assertEquals(start + 2, new Bookmark(ID, store).position(lane));
    }

    /** One that fell silent comes back while another delivers for it: both write how far they were. */
    @ParameterizedTest
    @ValueSource(strings = {"derby", "postgresql"})
    void ofNodesThatBeginAtOnceOneDoesAndNoneFails(String kind) throws Exception {
        open(kind);
        int nodes = 4;
        ExecutorService pool = Executors.newFixedThreadPool(nodes);
        try {
            for (int round = 0; round < 20; round++) {
                String listener = ID + round;
                PositionEntity from = store.position(listener, lane);
                CyclicBarrier start = new CyclicBarrier(nodes);
                Callable<Boolean> node = () -> {
                    start.await();
                    return store.advance(from, from.position + 1);
                };
                int begun = 0;
                for (Future<Boolean> one : pool.invokeAll(Collections.nCopies(nodes, node))) {
                    begun += one.get() ? 1 : 0;
                }
                assertEquals(1, begun);
                assertEquals(from.position + 1, store.position(listener, lane).position);
            }
        } finally {
            pool.shutdownNow();
        }
    }
}
