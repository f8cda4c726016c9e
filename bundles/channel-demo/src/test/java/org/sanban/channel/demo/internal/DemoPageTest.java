// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.demo.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The files of the page. */
class DemoPageTest {
    private final Path folder = folder();

    @Test
    void everyFileIsServed() throws IOException {
        Set<String> there = files();
        there.add("base.js");
        assertEquals(there, new TreeSet<>(DemoPage.FILES));
    }

    @Test
    void everyTextIsInBothLanguagesAndNoneIsMissing() throws IOException {
        Set<String> chinese = texts();
        assertEquals(chinese, found("en.json", "(?m)^ *\"([^\"]+)\":"));
        for (String script : files()) {
            assertThere(found(script, "\\bt\\('([a-z]+(?:[.-][a-zA-Z]+)*)'[,)]"), "");
        }
        assertThere(found("parties.js", "\\b(?:title|hint): '([^']+)'"), "");
        assertThere(found("parties.js", "\\{id: '([^']+)', path:"), "");
        assertThere(found("parties.js", "\\{id: '([^']+)', (?:value|options|hint|maxlength):"), "field.");
        assertThere(found("parties.js", "(?m)^  ([a-z]+): \\{"), "tab.");
        assertThere(found("parties.js", "(?m)^  ([a-z]+): \\{"), "party.");
    }

    @Test
    void everyWordOfThePartiesHasAText() throws IOException {
        Set<String> faults = new DemoDesk()
                .faults().values().stream()
                        .flatMap(kinds -> kinds.keySet().stream())
                        .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet());
        assertEquals(DemoDesk.Kind.values().length, faults.size(), "each makes sense somewhere");
        assertThere(faults, "fault.");
        String code = code();
        assertThere(all(code, "Wire\\.wrong\\(\"([^\"]+)\"\\)"), "error.");
        assertThere(all(code, "\"(field\\.[a-z]+)\""), "");
        Set<String> what = all(code, "\"((?:wechat|douyin|sms|hotline|province|webhook)\\.[a-z]+)\"");
        assertTrue(what.size() >= 10, what.toString());
        assertThere(what, "what.");
    }

    private void assertThere(Set<String> asked, String prefix) throws IOException {
        Set<String> missing = asked.stream().map(prefix::concat).collect(Collectors.toCollection(TreeSet::new));
        missing.removeAll(texts());
        assertEquals(Set.of(), missing);
    }

    private static String code() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/java/org/sanban/channel/demo/internal"))) {
            StringBuilder all = new StringBuilder();
            for (Path file : files.toList()) {
                all.append(Files.readString(file));
            }
            return all.toString();
        }
    }

    private Set<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private Set<String> texts() throws IOException {
        return found("zh.json", "(?m)^ *\"([^\"]+)\":");
    }

    private Set<String> found(String file, String pattern) throws IOException {
        return all(Files.readString(folder.resolve(file)), pattern);
    }

    private static Set<String> all(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(result -> result.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Path folder() {
        try {
            return Path.of(DemoPage.class.getResource("/demo/demo.js").toURI()).getParent();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
