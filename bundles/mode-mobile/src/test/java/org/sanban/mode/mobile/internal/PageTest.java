// SPDX-License-Identifier: Apache-2.0
package org.sanban.mode.mobile.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The files of the page. */
class PageTest {
    private final Path folder = folder();

    @Test
    void everyFileIsKeptForWhenThereIsNoNetwork() throws IOException {
        Set<String> there = files().collect(Collectors.toCollection(TreeSet::new));
        there.add("base.js");
        Set<String> kept = new TreeSet<>(PageServlet.FILES);
        kept.add(PageServlet.WORKER);
        assertEquals(there, kept);
    }

    @Test
    void everyTextIsInBothLanguagesAndNoneIsMissing() throws IOException {
        Set<String> chinese = found("zh.json", "(?m)^ *\"([^\"]+)\":");
        assertEquals(chinese, found("en.json", "(?m)^ *\"([^\"]+)\":"));
        for (String script : files().filter(name -> name.endsWith(".js")).toList()) {
            Set<String> asked = found(script, "\\bt\\('([a-z]+(?:\\.[a-zA-Z]+)*)'[,)]");
            asked.addAll(found(script, "'(fault\\.[a-z.]+)'"));
            asked.removeAll(chinese);
            assertEquals(Set.of(), asked, script);
        }
        assertTrue(chinese.size() > 100);
    }

    private Stream<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList().stream();
        }
    }

    private Set<String> found(String file, String pattern) throws IOException {
        Matcher matcher = Pattern.compile(pattern).matcher(Files.readString(folder.resolve(file)));
        return matcher.results().map(result -> result.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Path folder() {
        try {
            return Path.of(PageServlet.class.getResource("/page/sw.js").toURI()).getParent();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
