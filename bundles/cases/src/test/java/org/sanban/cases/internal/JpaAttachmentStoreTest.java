// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sanban.api.problem.Problem;
import org.sanban.data.test.TestDatabase;

class JpaAttachmentStoreTest {
    private static final String TOWN = "610926100000";
    private static final String NEXT = "610926101000";
    private TestDatabase database;
    private JpaAttachmentStore store;

    private void open(String kind) {
        database = kind.equals("derby") ? TestDatabase.derby("cases") : TestDatabase.postgres("cases");
        store = new JpaAttachmentStore(database.jpa());
        store.add(file("a", "inspector"));
        store.add(file("b", "inspector"));
        store.add(file("c", "clerk"));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"derby", "postgresql"})
    void evidenceIsKeptAndNoLongerUnused(String kind) {
        open(kind);
        store.keep(Set.of("a", "b"), TOWN, "photos", "inspector");
        store.keep(Set.of("a"), TOWN, "photos", "colleague");
        assertEquals(TOWN, store.attachment("a").division);
        assertEquals(List.of("c"), store.unused(2));
        assertFalse(store.remove("a"));
        assertTrue(store.remove("c"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"derby", "postgresql"})
    void neitherSomebodyElsesNorAnothersEvidenceIsTaken(String kind) {
        open(kind);
        Problem foreign = assertThrows(Problem.class, () -> store.keep(Set.of("a", "c"), TOWN, "photos", "inspector"));
        assertEquals("photos", foreign.violations().get(0).field());
        assertNull(store.attachment("a").division);
        store.keep(Set.of("a"), TOWN, "photos", "inspector");
        assertThrows(Problem.class, () -> store.keep(Set.of("a"), NEXT, "photos", "inspector"));
        assertEquals(TOWN, store.attachment("a").division);
    }

    private static AttachmentEntity file(String id, String account) {
        AttachmentEntity row = new AttachmentEntity();
        row.id = id;
        row.name = id + ".png";
        row.type = "image/png";
        row.size = 1;
        row.hash = new byte[32];
        row.storedAt = 1;
        row.storedBy = account;
        return row;
    }
}
