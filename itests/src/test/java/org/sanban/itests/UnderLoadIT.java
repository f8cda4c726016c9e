// SPDX-License-Identifier: Apache-2.0
package org.sanban.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What a county gains on a working day: every plugin comes, is updated and goes, again and again, and nobody else notices. */
@ExtendWith(Distribution.class)
class UnderLoadIT {
    private static final Duration FORGOTTEN = Duration.ofSeconds(180);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int TIMES = 10;
    private static final int CLIENTS = 8;
    private static final String WINDOW = "sanban-mode-window";
    private static final String EARLIER = "0.0.9";
    /** A bundle that Karaf names under what it stops, starts, updates, uninstalls or refreshes. */
    private static final Pattern TOUCHED = Pattern.compile("features\\.core - [0-9.]+ \\|   ([\\w.-]+)/[0-9].*");

    /** A class of a bundle of ours, or of a library that comes and goes with one, as {@code jcmd} names it. */
    private static final Pattern OURS = Pattern.compile("org\\.sanban\\.([a-z.]+)\\.internal\\.|org\\.(jsmpp)\\.");

    private static final Map<String, String> LIBRARIES = Map.of("sanban-channel-sms", "jsmpp");

    private final Sanban sanban = Distribution.get();
    private final Rest clerk = sanban.as("chengguan-clerk");
    private final Rest officer = sanban.as("chengguan-officer");
    private final Soap soap = sanban.soapAs("chengguan-clerk");
    private final JsonNode matter = Sample.committedMatter(clerk);
    private final List<String> before = active();

    @TempDir
    Path folder;

    @AfterEach
    void putBack() throws IOException {
        for (String module : plugins()) {
            if (before.contains(module) && !active().contains(module)) {
                sanban.done("sanban:module-install " + module);
            }
        }
        try (Stream<Path> archives = Files.list(sanban.home().resolve("store/kars"))) {
            for (Path earlier :
                    archives.filter(kar -> kar.toString().contains(EARLIER)).toList()) {
                Files.delete(earlier);
            }
        }
    }

    @Tag("long")
    @Test
    void everyModeComesAndGoesWhileTheWindowWorks() throws IOException {
        List<String> modes = new ArrayList<>(plugins());
        modes.removeIf(plugin -> !serves(plugin) || plugin.equals(WINDOW));
        comeAndGo(modes, List.of("onsite", "proxy", "postal", "mobile"));
    }

    /** These have tables of their own, which are looked at each time they come. */
    @Tag("long")
    @Test
    void whatGovernsComesAndGoesWhileTheWindowWorks() throws IOException {
        List<String> others = new ArrayList<>(plugins());
        others.removeIf(plugin -> serves(plugin) || !before.contains(plugin));
        comeAndGo(others, List.of());
    }

    /** All of them at work: each has somebody at its other end, and cases to tell of. */
    @Tag("long")
    @Test
    void everyChannelComesAndGoesWhileTheWindowWorks() throws IOException {
        try (Outside outside = new Outside(sanban)) {
            outside.configure(matter);
            outside.install();
            List<String> channels = new ArrayList<>(plugins());
            channels.removeIf(plugin -> !Outside.MODULES.contains(plugin) && !plugin.equals("sanban-messages"));
            outside.unsubscribe();
            outside.remove();
            comeAndGo(channels, List.of());
        }
    }

    @Test
    @Tag("long")
    void aChannelWithDataOfItsOwnComesAndGoesWhileTheWindowWorks() throws IOException {
        comeAndGo(List.of("sanban-channel-webhook"), List.of());
    }

    private static boolean serves(String plugin) {
        return plugin.startsWith("sanban-mode-") || plugin.startsWith("sanban-carrier-");
    }

    private void comeAndGo(List<String> plugins, List<String> modes) throws IOException {
        List<String> backwards = new ArrayList<>(plugins);
        Collections.reverse(backwards);
        List<String> round = new ArrayList<>();
        for (String plugin : plugins) {
            round.add(install(earlier(plugin)));
            round.add(install(plugin));
        }
        backwards.forEach(plugin -> round.add(remove(plugin)));
        backwards.removeIf(plugin -> !before.contains(plugin));
        if (!backwards.isEmpty()) {
            sanban.done(String.join(
                    "; ", backwards.stream().map(UnderLoadIT::remove).toList()));
        }
        rounds(plugins, round, modes, work(Load.steady(PAUSE)));
    }

    @Test
    void theWindowItselfComesAndGoesWhileTheOtherModesWork() throws IOException {
        String number = Sample.submit(clerk, matter);
        String removed = sanban.done(remove(WINDOW));
        assertTrue(removed.contains("在办办件"), removed);
        JsonNode kept = clerk.get("/cases/" + number).expect(200).json();
        assertEquals("已提交", kept.path("stageName").asText(), kept.toString());
        assertTrue(clerk.act(number, 1, "accept", Map.of()).expect(503).detail().contains(WINDOW));

        Load others = Load.steady(PAUSE).reading(clerk, "/cases/" + number, "/cases?limit=5", "/matters?limit=5");
        for (String mode : List.of("onsite", "proxy", "postal")) {
            Map<String, Object> draft = Modes.draft(clerk, mode);
            others.asking("submit " + mode, () -> clerk.post("/cases", draft));
        }
        List<String> round = List.of(install(earlier(WINDOW)), install(WINDOW), remove(WINDOW));
        try (Load window = work(Load.steadyOnReplaced(PAUSE, WINDOW))) {
            rounds(List.of(WINDOW), round, List.of("window"), others);
            assertEquals(List.of(), window.failures());
            System.out.println("eight clients at the window that was replaced: " + window.told());
        }
        sanban.done(install(WINDOW));
        clerk.act(number, 1, "withdraw", Map.of("reason", "示例")).expect(200);
    }

    /** Runs a round of commands ten times: the work goes on, and who asks for what is replaced is told to come again. */
    private void rounds(List<String> plugins, List<String> round, List<String> modes, Load others) {
        List<Load> replaced = new ArrayList<>();
        Map<String, String> since = since(plugins);
        Set<String> there = bundles();
        int logged = sanban.log().length();
        try (others) {
            long start = System.nanoTime();
            for (int i = 0; i < TIMES; i++) {
                sanban.done(String.join("; ", round));
                if (i == 0) {
                    // From here on every mode is known.
                    modes.forEach(mode -> replaced.add(asking(mode)));
                }
            }
            System.out.println(TIMES + " times " + round.size() + " changes in "
                    + Duration.ofNanos(System.nanoTime() - start).toMillis() + " ms; the others: " + others.told());
            others.awaitMore(20);
            assertEquals(List.of(), others.failures());
            for (Load load : replaced) {
                assertEquals(List.of(), load.failures());
                System.out.println("asking what is replaced: " + load.told());
            }
        } finally {
            replaced.forEach(Load::close);
        }
        Set<String> touched = touched(sanban.log().substring(logged));
        assertTrue(touched.containsAll(plugins.stream().map(UnderLoadIT::bundle).toList()), touched.toString());
        // What a plugin alone needs, a library, comes and goes with it.
        touched.retainAll(there);
        assertEquals(Set.of(), touched, "no other bundle was touched");
        assertEquals(since, since(plugins), "no other bundle was installed or updated anew");
        assertEquals("", sanban.trouble());
        // One may stay: the JDK keeps the type of the record whose equals was linked last.
        Await.until(
                FORGOTTEN,
                "the class loaders of what was removed are gone",
                () -> left(plugins).size() <= 1);
    }

    private Load work(Load load) {
        for (int i = 0; i < CLIENTS; i++) {
            load.asking("window", new WindowWork(clerk, officer, matter));
        }
        return load;
    }

    private Load asking(String mode) {
        Map<String, Object> draft = Modes.draft(sanban, clerk, mode);
        String xml = Twin.draft(draft);
        return Load.steadyOnReplaced(PAUSE, Modes.feature(mode))
                .asking("submit " + mode, () -> clerk.post("/cases", draft))
                .asking("submit over SOAP " + mode, () -> soap.call("submitCase", xml)
                        .answer());
    }

    private String earlier(String plugin) throws IOException {
        return new Archive(plugin).as(EARLIER, folder).toString();
    }

    private static String install(String what) {
        return "sanban:module-install " + what;
    }

    private static String remove(String module) {
        return "sanban:module-remove " + module;
    }

    private static String bundle(String module) {
        return module.replace("sanban-", "org.sanban.");
    }

    /** What may come and go, what others need before those. */
    private List<String> plugins() {
        List<JsonNode> left = new ArrayList<>();
        clerk.get("/modules").expect(200).json().forEach(left::add);
        left.removeIf(module -> module.path("core").asBoolean());
        left.sort((a, b) -> b.path("neededBy").size() - a.path("neededBy").size());
        return left.stream().map(module -> module.path("feature").asText()).toList();
    }

    private List<String> active() {
        List<String> active = new ArrayList<>();
        clerk.get("/modules").expect(200).json().forEach(module -> {
            if (module.path("state").asText().equals("ACTIVE")) {
                active.add(module.path("feature").asText());
            }
        });
        return active;
    }

    /** When each bundle but those of some modules was last installed or updated. */
    private Map<String, String> since(List<String> plugins) {
        Map<String, String> since = new HashMap<>();
        for (JsonNode module : clerk.get("/modules").expect(200).json()) {
            if (!plugins.contains(module.path("feature").asText())) {
                module.path("bundles")
                        .forEach(bundle -> since.put(
                                bundle.path("bundle").asText(),
                                bundle.path("since").asText()));
            }
        }
        return since;
    }

    /** Symbolic names of all that is installed, foreign bundles included. */
    private Set<String> bundles() {
        return sanban.done("bundle:list -t 0 -s --no-format")
                .lines()
                .map(line -> line.substring(line.lastIndexOf('\t') + 1).strip())
                .collect(Collectors.toSet());
    }

    private static Set<String> touched(String log) {
        return log.lines()
                .map(TOUCHED::matcher)
                .filter(line -> line.find())
                .map(line -> line.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Class loaders that still hold a package of ours although its bundle is gone, or beside another one. */
    private List<Integer> left(List<String> removed) {
        sanban.jcmd("GC.run");
        Map<String, Set<Integer>> holders = new HashMap<>();
        int loader = 0;
        for (String line : sanban.jcmd("VM.classloaders", "fold=false", "show-classes=true")
                .split("\n")) {
            loader += line.contains("BundleClassLoader") ? 1 : 0;
            Matcher ours = OURS.matcher(line);
            if (ours.find()) {
                String name = ours.group(1) == null ? ours.group(2) : ours.group(1);
                holders.computeIfAbsent(name, key -> new TreeSet<>()).add(loader);
            }
        }
        Set<String> gone = removed.stream()
                .map(module -> module.replace("sanban-", "").replaceAll("[.-]", ""))
                .collect(Collectors.toSet());
        removed.stream().map(LIBRARIES::get).forEach(gone::add);
        return holders.entrySet().stream()
                .flatMap(one ->
                        one.getValue().stream().skip(gone.contains(one.getKey().replace(".", "")) ? 0 : 1))
                .toList();
    }
}
