// SPDX-License-Identifier: Apache-2.0
package org.sanban.modules.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sanban.api.modules.Piece;

/** A platform that installs what it is asked to. A description of features is a file with "name version needed…" lines. */
final class FakePlatform implements Platform {
    final Map<String, Part> parts = new LinkedHashMap<>();
    final Set<String> required = new LinkedHashSet<>();
    final List<String> asked = new ArrayList<>();
    String refuses;

    /** How often it is looked at before it is settled; until then nothing may be changed. */
    int unsettled;

    FakePlatform() {
        part("sanban-tp-web", "0.1.0");
        part("sanban-api", "0.1.0");
        part("sanban-cases", "0.1.0", "sanban-api", "sanban-tp-web");
        part("sanban", "0.1.0", "sanban-cases");
        required.add("sanban/0.1.0");
    }

    void part(String name, String version, String... needs) {
        Part part = read(name + " " + version + " " + String.join(" ", needs));
        parts.put(part.id(), part);
    }

    @Override
    public boolean started() {
        return true;
    }

    @Override
    public List<Part> parts() {
        // As Karaf does, what was asked for comes before a newer one.
        Graph all = new Graph(as(required));
        Set<String> installed = new LinkedHashSet<>();
        required.forEach(id -> all.closure(parts.get(id)).forEach(part -> installed.add(part.id())));
        return as(installed);
    }

    private List<Part> as(Set<String> installed) {
        return parts.values().stream()
                .map(part -> new Part(
                        part.name(),
                        part.version(),
                        part.description(),
                        null,
                        part.needs(),
                        part.locations(),
                        installed.contains(part.id()),
                        required.contains(part.id())))
                .toList();
    }

    @Override
    public List<Part> read(Path repository) {
        try {
            return Files.readAllLines(repository).stream()
                    .map(FakePlatform::read)
                    .map(part -> parts().stream()
                            .filter(known -> known.id().equals(part.id()))
                            .findFirst()
                            .orElse(part))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void offer(Path repository) {
        read(repository).forEach(part -> parts.putIfAbsent(part.id(), part));
    }

    @Override
    public void withdraw(Path repository) {
        read(repository).forEach(part -> parts.remove(part.id()));
    }

    @Override
    public void install(Set<String> ids) throws Refused {
        asked.add("install " + ids);
        assertEquals(0, unsettled);
        if (refuses != null && ids.contains(refuses)) {
            throw new Refused("a package is missing", null);
        }
        ids.forEach(id -> required.removeIf(
                old -> parts.get(old).name().equals(parts.get(id).name())));
        required.addAll(ids);
    }

    @Override
    public void remove(Set<String> ids) throws Refused {
        asked.add("remove " + ids);
        assertEquals(0, unsettled);
        required.removeAll(ids);
    }

    @Override
    public Piece piece(String location) {
        return parts().stream()
                .filter(part -> part.installed() && part.locations().contains(location))
                .findFirst()
                .map(part -> new Piece("org.sanban." + part.name(), part.version(), null, true, Instant.EPOCH))
                .orElse(null);
    }

    @Override
    public boolean settled(String location) {
        unsettled = Math.max(0, unsettled - 1);
        return unsettled == 0;
    }

    private static Part read(String line) {
        String[] words = line.strip().split(" ");
        List<Part.Wish> needs = new ArrayList<>();
        for (int i = 2; i < words.length; i++) {
            String[] need = words[i].split("@");
            needs.add(new Part.Wish(need[0], need.length > 1 ? need[1] : null));
        }
        return new Part(
                words[0],
                words[1],
                "名称 / Name",
                null,
                needs,
                List.of("mvn:org.sanban/" + words[0] + "/" + words[1]),
                false,
                false);
    }
}
