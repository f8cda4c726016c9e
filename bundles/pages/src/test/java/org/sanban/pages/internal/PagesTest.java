// SPDX-License-Identifier: Apache-2.0
package org.sanban.pages.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sanban.api.cases.Light;
import org.sanban.api.cases.Status;
import org.sanban.api.matters.MatterType;

/** The files of the pages. */
class PagesTest {
    private final Path folder = folder();

    @Test
    void everyFileIsServed() throws IOException {
        Set<String> served = new TreeSet<>(GuidesPage.FILES);
        served.addAll(ProgressPage.FILES);
        Set<String> there = files();
        there.add("base.js");
        assertEquals(there, served);
    }

    @Test
    void everyTextIsInBothLanguagesAndNoneIsMissing() throws IOException {
        Set<String> chinese = texts("zh.json");
        assertEquals(chinese, texts("en.json"));
        for (String script : files()) {
            Set<String> asked = found(script, "\\bt\\('([a-z]+(?:[.-][a-zA-Z]+)*)'[,)]");
            asked.removeAll(chinese);
            assertEquals(Set.of(), asked, script);
        }
    }

    @Test
    void everyWordOfThePlatformHasAText() throws IOException {
        Set<String> asked = Stream.of(
                        words("type.", MatterType.values()),
                        words("light.", Light.values()),
                        words("status.", Status.values()))
                .flatMap(words -> words)
                .collect(Collectors.toCollection(TreeSet::new));
        asked.removeAll(texts("zh.json"));
        assertEquals(Set.of(), asked);
    }

    private static Stream<String> words(String prefix, Enum<?>[] values) {
        return Arrays.stream(values).map(value -> prefix + value.name());
    }

    private Set<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private Set<String> texts(String file) throws IOException {
        return found(file, "(?m)^ *\"([^\"]+)\":");
    }

    private Set<String> found(String file, String pattern) throws IOException {
        return Pattern.compile(pattern)
                .matcher(Files.readString(folder.resolve(file)))
                .results()
                .map(result -> result.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Path folder() {
        try {
            return Path.of(GuidesPage.class.getResource("/pages/dom.js").toURI())
                    .getParent();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
