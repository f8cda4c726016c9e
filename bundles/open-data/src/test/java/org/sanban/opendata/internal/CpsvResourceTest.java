// SPDX-License-Identifier: Apache-2.0
package org.sanban.opendata.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.ResourceFactory;
import org.junit.jupiter.api.Test;
import org.sanban.api.problem.Problem;
import org.sanban.api.test.Samples;
import org.sanban.opendata.test.CpsvShapes;

/** Matters as linked data. */
class CpsvResourceTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final Town town = new Town();
    private final CpsvResource cpsv;

    CpsvResourceTest() throws IOException {
        cpsv = town.cpsv();
    }

    @Test
    void everyMatterIsAsTheShapesSay() throws IOException {
        for (String code : List.of("A1", "A2", "B1")) {
            assertEquals(List.of(), CpsvShapes.faults(JSON.writeValueAsString(cpsv.service(code, null))));
        }
        assertEquals(List.of(), CpsvShapes.faults(JSON.writeValueAsString(cpsv.types(null))));
    }

    @Test
    void theShapesAreStrict() throws IOException {
        Map<String, Object> service = cpsv.service("A1", null);
        service.remove("PublicService.hasCompetentAuthority");
        service.put("http://example.org/colour", "red");
        String faults = CpsvShapes.faults(JSON.writeValueAsString(service)).toString();
        assertTrue(faults.contains("hasCompetentAuthority"), faults);
        assertTrue(faults.contains("colour"), faults);
    }

    @Test
    void triplesTellTheElements() throws IOException {
        Model model = CpsvShapes.model(JSON.writeValueAsString(cpsv.service("A1", null)));
        Property title = ResourceFactory.createProperty("http://purl.org/dc/terms/title");
        assertTrue(model.containsLiteral(null, title, model.createLiteral("示例事项A1", "zh")));
        assertTrue(model.contains(
                model.createResource("https://example.org/api/cpsv/services/A1"),
                ResourceFactory.createProperty("http://data.europa.eu/m8g/hasCompetentAuthority")));
        Model bare = CpsvShapes.model(JSON.writeValueAsString(cpsv.service("B1", null)));
        assertFalse(bare.contains(null, ResourceFactory.createProperty("http://data.europa.eu/m8g/hasCost")));
    }

    @Test
    void theListIsPagedByKeyAndConforms() throws IOException {
        CpsvResource.Listing first = cpsv.list(null, 2, null);
        assertEquals("</api/cpsv/services?limit=2&after=A2>; rel=\"next\"", first.next());
        assertEquals(List.of(), CpsvShapes.faults(JSON.writeValueAsString(first.document())));
        assertNull(cpsv.list("A2", 2, null).next());
    }

    @Test
    void aWithdrawnMatterIsNotPublished() {
        town.matters.withdraw("A1", Samples.admin());
        assertEquals(
                Problem.Kind.NOT_FOUND,
                assertThrows(Problem.class, () -> cpsv.service("A1", null)).kind());
    }
}
