// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.hotline.internal.open311;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.sanban.api.cases.CaseService;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;
import org.sanban.channel.hotline.internal.Kind;

/** The kinds of orders as services, and what is asked for each. */
final class Services {
    private static final Texts TEXTS = Texts.of(Services.class);
    private static final Set<Kind> ASKING = Set.of(Kind.APPOINTMENT, Kind.PROGRESS, Kind.COMPLAINT);

    private final CaseService cases;

    Services(CaseService cases) {
        this.cases = cases;
    }

    /**
     * One attribute of a service definition.
     *
     * @param code its key
     * @param datatype as the specification names them
     * @param required whether a request needs it
     */
    record Attribute(String code, String datatype, boolean required) {}

    static String code(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** @throws Problem not found; invalid, where none is given */
    static Kind kind(String code) {
        if (code == null || code.isBlank()) {
            throw Problem.invalid("service_code", TEXTS.get("service.missing"));
        }
        return Arrays.stream(Kind.values())
                .filter(kind -> code(kind).equals(code.strip()))
                .findFirst()
                .orElseThrow(() -> Problem.notFound(TEXTS.get("service.none", code)));
    }

    static String name(Kind kind, Locale language) {
        return TEXTS.get("service." + code(kind)).in(language);
    }

    /** What the service list says. */
    List<Object> list(Locale language) {
        return Arrays.stream(Kind.values())
                .<Object>map(kind -> {
                    Map<String, Object> service = new LinkedHashMap<>();
                    service.put("service_code", code(kind));
                    service.put("service_name", name(kind, language));
                    service.put(
                            "description",
                            TEXTS.get("service." + code(kind) + ".description").in(language));
                    service.put("metadata", ASKING.contains(kind));
                    service.put("type", "realtime");
                    service.put(
                            "keywords",
                            TEXTS.get("service." + code(kind) + ".keywords").in(language));
                    service.put("group", TEXTS.get("service.group").in(language));
                    return service;
                })
                .toList();
    }

    /** What a service's requests are asked beside what all are. */
    List<Attribute> attributes(Kind kind) {
        return switch (kind) {
            case APPOINTMENT -> List.of(
                    new Attribute("matter", "string", true),
                    new Attribute("mode", "singlevaluelist", false),
                    new Attribute("wished_at", "datetime", false));
            case PROGRESS -> List.of(new Attribute("case_number", "string", true));
            case COMPLAINT -> List.of(new Attribute("case_number", "string", false));
            default -> List.of();
        };
    }

    /** What a service definition says. */
    Map<String, Object> definition(Kind kind, Locale language) {
        List<Attribute> asked = attributes(kind);
        Map<String, Object> definition = new LinkedHashMap<>();
        definition.put("service_code", code(kind));
        definition.put(
                "attributes",
                asked.stream()
                        .map(one -> attribute(one, asked.indexOf(one) + 1, language))
                        .toList());
        return definition;
    }

    private Map<String, Object> attribute(Attribute one, int order, Locale language) {
        Map<String, Object> attribute = new LinkedHashMap<>();
        attribute.put("variable", true);
        attribute.put("code", one.code());
        attribute.put("datatype", one.datatype());
        attribute.put("required", one.required());
        attribute.put(
                "datatype_description",
                TEXTS.get("attribute." + one.code() + ".type").in(language));
        attribute.put("order", order);
        attribute.put("description", TEXTS.get("attribute." + one.code()).in(language));
        if (one.datatype().equals("singlevaluelist")) {
            attribute.put("values", modes(language));
        }
        return attribute;
    }

    /** The modes that are installed now. */
    private List<Map<String, Object>> modes(Locale language) {
        return cases.modes().stream()
                .map(workflow -> {
                    Map<String, Object> value = new LinkedHashMap<>();
                    value.put("key", workflow.mode());
                    value.put("name", workflow.name().in(language));
                    return value;
                })
                .toList();
    }

    /** Whether a mode may be asked for. */
    boolean offers(String mode) {
        return cases.modes().stream().anyMatch(workflow -> workflow.mode().equals(mode));
    }
}
