// SPDX-License-Identifier: Apache-2.0
package org.sanban.opendata.test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.vocabulary.SHACLM;
import org.apache.jena.vocabulary.RDF;

/** The shapes of CPSV-AP 3.2.0, made stricter: a property that the profile does not name for a class is a fault. */
public final class CpsvShapes {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CONTEXT = "@context";
    private static final Shapes SHAPES = read();

    private CpsvShapes() {}

    /** What is wrong with a JSON-LD document. */
    public static List<String> faults(String document) {
        List<String> faults = new ArrayList<>();
        try {
            JsonNode json = JSON.readTree(document);
            JsonNode official = official();
            json.path(CONTEXT).properties().forEach(term -> {
                if (!term.getValue().equals(official.path(term.getKey()))) {
                    faults.add(term.getKey() + " is not as in the official context");
                }
            });
            terms(json, json.path(CONTEXT), faults);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ShaclValidator.get()
                .validate(SHAPES, model(document).getGraph())
                .getEntries()
                .forEach(entry -> faults.add(entry.focusNode() + " " + entry.resultPath() + ": " + entry.message()));
        return faults;
    }

    /** A JSON-LD document as triples. */
    public static Model model(String document) {
        return RDFParser.fromString(document).lang(Lang.JSONLD11).toModel();
    }

    /** A reader drops a term that its context lacks without a word. */
    private static void terms(JsonNode node, JsonNode context, List<String> faults) {
        node.properties().forEach(property -> {
            String term = property.getKey();
            if (term.equals(CONTEXT)) {
                return;
            }
            if (!term.startsWith("@") && !term.startsWith("http") && !context.has(term)) {
                faults.add(term + " is in no context");
            }
            terms(property.getValue(), context, faults);
        });
        if (node.isArray()) {
            node.forEach(item -> terms(item, context, faults));
        }
    }

    private static JsonNode official() throws IOException {
        try (InputStream file = CpsvShapes.class.getResourceAsStream("cpsv/cpsv-ap.jsonld")) {
            return JSON.readTree(file).path(CONTEXT);
        }
    }

    private static Shapes read() {
        Model shapes = ModelFactory.createDefaultModel();
        try (InputStream file = CpsvShapes.class.getResourceAsStream("cpsv/cpsv-ap-3.2.0-SHACL.ttl")) {
            RDFDataMgr.read(shapes, file, Lang.TURTLE);
            JsonNode official = official();
            for (Resource shape :
                    shapes.listSubjectsWithProperty(RDF.type, SHACLM.NodeShape).toList()) {
                if (shape.hasProperty(SHACLM.property)) {
                    shape.removeAll(SHACLM.closed).addLiteral(SHACLM.closed, true);
                    shape.addProperty(
                            SHACLM.ignoredProperties,
                            shapes.createList(known(shape, official, shapes).iterator()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Shapes.parse(shapes);
    }

    /** The profile has properties that its shapes forgot, a telephone among them; its context names them. */
    private static List<RDFNode> known(Resource shape, JsonNode official, Model model) {
        List<RDFNode> known = new ArrayList<>(List.of(RDF.type));
        String type = shape.getPropertyResourceValue(SHACLM.targetClass).getURI();
        official.properties().forEach(name -> {
            if (name.getValue().asText().equals(type)) {
                official.properties().forEach(term -> {
                    if (term.getKey().startsWith(name.getKey() + ".")) {
                        known.add(
                                model.createResource(term.getValue().path("@id").asText()));
                    }
                });
            }
        });
        return known;
    }
}
