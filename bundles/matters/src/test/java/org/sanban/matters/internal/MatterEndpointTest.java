// SPDX-License-Identifier: Apache-2.0
package org.sanban.matters.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sanban.api.problem.Problem;
import org.sanban.api.web.ProblemFault;
import org.sanban.data.test.TestDatabase;
import org.sanban.matters.internal.soap.MatterEndpoint;
import org.sanban.matters.internal.soap.MatterTypes.FoundMatterType;
import org.sanban.matters.internal.soap.MatterTypes.MatterPageType;

class MatterEndpointTest {
    private static final String CARD = "511F82001002-511602000000-000-11511301452259996U-1-00";

    @Test
    void soapTellsWhatTheServiceKnows() throws IOException, ProblemFault {
        try (TestDatabase database = TestDatabase.derby("matters")) {
            MatterStore store = new MatterStore(database.jpa());
            MatterManager matters = new MatterManager(store, new ScopeStore(database.jpa()), CodeForms.bundled());
            SampleMatters.load(matters, store);
            MatterEndpoint endpoint = new MatterEndpoint(matters);

            FoundMatterType card = endpoint.getMatter(CARD);
            assertEquals("残疾人证新办", card.name);
            assertTrue(card.sample);
            assertEquals(15, card.guide.committedDays);
            assertEquals(List.of(4, 5), card.guide.level);
            assertEquals("m1", card.guide.material.get(0).code);
            assertNull(card.guide.withdrawn);

            MatterPageType first = endpoint.findMatters("残疾人证", null, 3);
            MatterPageType rest = endpoint.findMatters("残疾人证", first.next, null);
            assertEquals(3, first.matter.size());
            assertEquals(2, rest.matter.size());
            assertNull(rest.next);
            assertEquals(20, endpoint.findMatters(null, null, null).matter.size());

            assertEquals(
                    Problem.Kind.NOT_FOUND,
                    assertThrows(Problem.class, () -> endpoint.getMatter("none"))
                            .kind());
            assertThrows(Problem.class, () -> endpoint.findMatters(null, null, 201));
        }
    }
}
