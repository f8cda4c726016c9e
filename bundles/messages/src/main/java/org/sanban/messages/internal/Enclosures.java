// SPDX-License-Identifier: Apache-2.0
package org.sanban.messages.internal;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.sanban.api.channel.Enclosure;

/** What other bundles add to messages, by name. */
@Component(service = Enclosures.class)
public final class Enclosures {
    /** Named by the sample templates, whether or not somebody brings it. */
    private static final String EVALUATION = "evaluation";

    private final Map<String, Enclosure> all = new ConcurrentHashMap<>();

    /** Takes up what a bundle adds. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void add(Enclosure enclosure, Map<String, Object> properties) {
        all.put(name(properties), enclosure);
    }

    /** Lets it go. */
    public void remove(Enclosure enclosure, Map<String, Object> properties) {
        all.remove(name(properties), enclosure);
    }

    private static String name(Map<String, Object> properties) {
        return String.valueOf(properties.get("enclosure.id"));
    }

    boolean has(String name) {
        return names().contains(name);
    }

    Set<String> names() {
        Set<String> names = new TreeSet<>(all.keySet());
        names.add(EVALUATION);
        return names;
    }

    /** Whether a message has something enclosed. */
    boolean in(Content content) {
        return Stream.concat(Stream.of(content.text()), content.values().values().stream())
                .flatMap(text -> Facts.named(text).stream())
                .findAny()
                .isPresent();
    }

    /** The message with what there is to enclose. */
    Content fill(Content content, String number) {
        if (!in(content)) {
            return content;
        }
        Map<String, String> values = new HashMap<>();
        all.forEach((name, enclosure) -> values.put(name, enclosure.of(number).orElse("")));
        Map<String, String> fields = new LinkedHashMap<>(content.values());
        fields.replaceAll((field, text) -> fill(text, values));
        return new Content(
                fields, fill(content.text(), values), content.link(), content.language(), content.important());
    }

    private String fill(String text, Map<String, String> values) {
        return Facts.fill(text, values, Facts.named(text)).strip();
    }
}
