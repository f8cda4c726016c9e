// SPDX-License-Identifier: Apache-2.0
package org.sanban.modules.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The features this installation wants beside core, in a file for people: one a line, {@code #} begins a comment. The
 * lines that stay are kept as they were written.
 */
final class Wanted {
    private final Path file;

    Wanted(Path file) {
        this.file = file;
    }

    boolean known() {
        return Files.exists(file);
    }

    Set<String> names() {
        return lines().stream()
                .map(Wanted::name)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    void add(Set<String> names) {
        List<String> lines = new ArrayList<>(lines());
        Set<String> there = names();
        names.stream().filter(name -> !there.contains(name)).forEach(lines::add);
        write(lines);
    }

    void remove(Set<String> names) {
        write(lines().stream().filter(line -> !names.contains(name(line))).toList());
    }

    private List<String> lines() {
        try {
            return known() ? Files.readAllLines(file, StandardCharsets.UTF_8) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(List<String> lines) {
        String content = lines.stream().map(line -> line + "\n").collect(Collectors.joining());
        try {
            Durable.write(file, out -> out.write(content.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(String line) {
        int comment = line.indexOf('#');
        return (comment < 0 ? line : line.substring(0, comment)).strip();
    }
}
