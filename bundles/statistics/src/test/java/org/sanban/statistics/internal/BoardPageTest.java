// SPDX-License-Identifier: Apache-2.0
package org.sanban.statistics.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The files of the page. */
class BoardPageTest {
    private final Path folder = folder();

    @Test
    void everyFileIsServed() throws IOException {
        Set<String> there = files();
        there.add("base.js");
        there.add("echarts.js");
        assertEquals(there, new TreeSet<>(BoardPage.FILES));
    }

    @Test
    void everyTextIsInBothLanguagesAndNoneIsMissing() throws IOException {
        Set<String> chinese = found("zh.json", "(?m)^ *\"([^\"]+)\":");
        assertEquals(chinese, found("en.json", "(?m)^ *\"([^\"]+)\":"));
        for (String script : files()) {
            Set<String> asked = found(script, "\\bt\\('([a-z]+(?:[.-][a-zA-Z]+)*)'[,)]");
            asked.removeAll(chinese);
            assertEquals(Set.of(), asked, script);
        }
        assertTrue(chinese.size() > 50);
    }

    private Set<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
        }
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
            return Path.of(BoardPage.class.getResource("/board/app.js").toURI()).getParent();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
