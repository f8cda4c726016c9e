// SPDX-License-Identifier: Apache-2.0
package org.sanban.opendata.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.sanban.api.matters.Guide;
import org.sanban.api.matters.Matter;
import org.sanban.api.matters.MatterType;
import org.sanban.api.problem.Texts;
import org.sanban.api.registry.Division;

/**
 * How our elements stand in CPSV-AP 3.2 as JSON-LD, by the terms of its official context. What we do not know is left out.
 *
 * <table>
 * <caption>Elements</caption>
 * <tr><td>事项</td><td>PublicService: identifier the code, name, description</td></tr>
 * <tr><td>事项类型</td><td>isClassifiedBy, a Concept of GB/T 39046-2020 A.1</td></tr>
 * <tr><td>实施部门</td><td>hasCompetentAuthority, a PublicOrganisation whose spatial is the area of this directory</td></tr>
 * <tr><td>办理条件</td><td>holdsRequirement, a Requirement each</td></tr>
 * <tr><td>申请材料</td><td>hasInput, an Evidence each</td></tr>
 * <tr><td>办理流程</td><td>follows, one Rule</td></tr>
 * <tr><td>办理依据</td><td>follows, a Rule each that implements a LegalResource; hasLegalResource</td></tr>
 * <tr><td>法定时限、承诺时限</td><td>description; processingTime only where done on the spot, since working days are no
 * xsd:duration</td></tr>
 * <tr><td>收费</td><td>hasCost, its description</td></tr>
 * <tr><td>办理结果</td><td>produces, an Output</td></tr>
 * <tr><td>监督电话</td><td>contactPoint</td></tr>
 * <tr><td>示例</td><td>description</td></tr>
 * </table>
 */
final class CpsvMapping {
    private static final Texts TEXTS = Texts.of(CpsvMapping.class);
    private static final String LANGUAGE = "zh";

    private final String base;
    private final List<Division> area;

    /**
     * @param base the platform's address
     * @param area the divisions that the directory is of
     */
    CpsvMapping(String base, List<Division> area) {
        this.base = base;
        this.area = area;
    }

    /** A matter as a PublicService with all it is made of. */
    Map<String, Object> service(Matter matter) {
        String id = base + "/api/cpsv/services/" + matter.code();
        Guide guide = matter.guide();
        Map<String, Object> service = node(id, "PublicService");
        service.put("PublicService.identifier", matter.code());
        service.put("PublicService.name", words(matter.name()));
        service.put("PublicService.description", words(description(matter)));
        service.put("PublicService.isClassifiedBy", List.of(type(matter.type())));
        service.put("PublicService.hasCompetentAuthority", List.of(authority(matter)));
        put(service, "PublicService.holdsRequirement", requirements(id, matter));
        put(service, "PublicService.hasInput", inputs(id, matter));
        put(service, "PublicService.follows", rules(id, matter));
        put(service, "PublicService.hasLegalResource", laws(id, guide));
        put(service, "PublicService.hasCost", cost(id, matter));
        put(service, "PublicService.produces", output(id, matter));
        put(service, "PublicService.contactPoint", contact(id, guide));
        if (guide.immediate()) {
            service.put("PublicService.processingTime", "P0D");
        }
        return service;
    }

    /** A type of matters as a Concept. */
    Map<String, Object> type(MatterType type) {
        return node(base + "/api/cpsv/types#" + type.code(), "Concept");
    }

    /** A type of matters as a Concept with its names, which the context of CPSV-AP has no terms for. */
    Map<String, Object> named(MatterType type) {
        Map<String, Object> concept = type(type);
        concept.put(
                "http://www.w3.org/2004/02/skos/core#prefLabel",
                List.of(
                        Map.of("@value", type.label().zh(), "@language", LANGUAGE),
                        Map.of("@value", type.label().en(), "@language", "en")));
        concept.put("http://www.w3.org/2004/02/skos/core#notation", type.code());
        return concept;
    }

    private static String description(Matter matter) {
        List<String> told = new ArrayList<>();
        told.add(HsdsMapping.description(matter));
        told.add(Days.told(matter.guide()));
        told.add(matter.sample() ? TEXTS.get("sample", matter.source()).zh() : null);
        return String.join(" ", told.stream().filter(Objects::nonNull).toList());
    }

    private Map<String, Object> authority(Matter matter) {
        String code = Objects.requireNonNullElse(matter.departmentCode(), matter.department());
        Map<String, Object> authority =
                node(base + "/api/hsds/organizations/" + Ids.of("department", code), "PublicOrganization");
        authority.put("PublicOrganization.preferredLabel", words(matter.department()));
        authority.put(
                "PublicOrganization.spatial",
                area.stream()
                        .map(division -> node(base + "/api/v1/divisions/" + division.code(), "Location"))
                        .toList());
        return authority;
    }

    private static List<Object> requirements(String id, Matter matter) {
        List<String> conditions = matter.guide().conditions();
        return list(conditions.size(), i -> {
            Map<String, Object> requirement = node(id + "#condition-" + (i + 1), "Requirement");
            requirement.put("Requirement.identifier", matter.code() + "/condition/" + (i + 1));
            requirement.put("Requirement.name", words(conditions.get(i)));
            return requirement;
        });
    }

    private static List<Object> inputs(String id, Matter matter) {
        List<Guide.Material> materials = matter.guide().materials();
        return list(materials.size(), i -> {
            Guide.Material material = materials.get(i);
            Map<String, Object> evidence = node(id + "#material-" + material.code(), "Evidence");
            evidence.put("Evidence.identifier", matter.code() + "/material/" + material.code());
            evidence.put("Evidence.name", words(material.name()));
            evidence.put("Evidence.description", words(HsdsMapping.document(material)));
            return evidence;
        });
    }

    private static List<Object> rules(String id, Matter matter) {
        List<Object> rules = new ArrayList<>();
        String process = HsdsMapping.numbered(matter.guide().process());
        if (process != null) {
            rules.add(rule(id + "#process", matter.code() + "/process", "rule.process", process));
        }
        List<String> basis = matter.guide().basis();
        for (int i = 0; i < basis.size(); i++) {
            String part = "basis-" + (i + 1);
            Map<String, Object> rule =
                    rule(id + "#rule-" + part, matter.code() + "/" + part, "rule.basis", basis.get(i));
            rule.put("Rule.implements", List.of(node(id + "#" + part, "LegalResource")));
            rules.add(rule);
        }
        return rules;
    }

    private static Map<String, Object> rule(String id, String identifier, String name, String text) {
        Map<String, Object> rule = node(id, "Rule");
        rule.put("Rule.identifier", identifier);
        rule.put("Rule.name", words(TEXTS.get(name).zh()));
        rule.put("Rule.description", words(text));
        return rule;
    }

    private static List<Object> laws(String id, Guide guide) {
        return list(guide.basis().size(), i -> node(id + "#basis-" + (i + 1), "LegalResource"));
    }

    private static List<Object> cost(String id, Matter matter) {
        return one(matter.guide().fee(), fee -> {
            Map<String, Object> cost = node(id + "#cost", "Cost");
            cost.put("Cost.identifier", matter.code() + "/cost");
            cost.put("Cost.description", words(fee));
            return cost;
        });
    }

    private static List<Object> output(String id, Matter matter) {
        return one(matter.guide().result(), result -> {
            Map<String, Object> output = node(id + "#result", "Output");
            output.put("Output.identifier", matter.code() + "/result");
            output.put("Output.name", words(result));
            return output;
        });
    }

    private static List<Object> contact(String id, Guide guide) {
        return one(guide.supervisionPhone(), phone -> {
            Map<String, Object> contact = node(id + "#supervision", "ContactPoint");
            contact.put("ContactPoint.hasTelephone", List.of(phone));
            return contact;
        });
    }

    private static Map<String, Object> node(String id, String type) {
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("@id", id);
        node.put("@type", type);
        return node;
    }

    private static List<Object> words(String text) {
        return List.of(Map.of("@value", text, "@language", LANGUAGE));
    }

    private static List<Object> list(int size, IntFunction<Map<String, Object>> part) {
        return IntStream.range(0, size).<Object>mapToObj(part).toList();
    }

    private static List<Object> one(String text, Function<String, Map<String, Object>> part) {
        return text == null ? List.of() : List.of(part.apply(text));
    }

    private static void put(Map<String, Object> node, String property, List<Object> parts) {
        if (!parts.isEmpty()) {
            node.put(property, parts);
        }
    }
}
