// SPDX-License-Identifier: Apache-2.0
package org.sanban.matters.internal;

import org.junit.jupiter.api.Test;
import org.sanban.api.matters.*;
import org.sanban.api.page.PageRequest;
import org.sanban.data.test.TestDatabase;

class ProbeTest {
    @Test
    void probe() throws Exception {
        try (TestDatabase db = TestDatabase.derby("matters")) {
            MatterStore store = new MatterStore(db.jpa());
            MatterManager m = new MatterManager(store, CodeForms.bundled());
            for (int i = 0; i < 1; i++) {
                long t = System.nanoTime();
                SampleMatters.load(m, store);
                System.out.println("PROBE load " + (System.nanoTime() - t) / 1000000);
            }
            for (MatterQuery q : new MatterQuery[] {
                new MatterQuery(null, "区民政局", null, null, false),
                new MatterQuery(null, null, MatterType.CONFIRMATION, null, true),
                new MatterQuery(null, null, null, 6, true),
                new MatterQuery("残疾人证", null, null, null, false),
                new MatterQuery(null, null, null, null, true)
            })
                for (int i = 0; i < 3; i++) {
                    long t = System.nanoTime();
                    int n = store.find(q, new PageRequest(null, 200)).size();
                    System.out.println("PROBE " + q + " " + n + " " + (System.nanoTime() - t) / 1000 + " us");
                }
            for (int i = 0; i < 3; i++) {
                long t = System.nanoTime();
                store.matter("511F82001002-511602000000-000-11511301452259996U-1-00");
                System.out.println("PROBE matter " + (System.nanoTime() - t) / 1000 + " us");
            }
        }
    }
}
