// SPDX-License-Identifier: Apache-2.0
package org.sanban.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/**
 * A bundle of journal listeners that write down what they are told ({@code src/main/listener/Told.java}): compiled against
 * the api of the distribution it is dropped into.
 */
record Listeners(Distribution distribution, int count) {
    private static final Path SOURCE = Path.of("src", "main", "listener", "Told.java");
    private static final String CLASS = "org/sanban/bench/told/Told.class";
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String COMPONENT =
            """
            <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.3.0" name="%1$s" immediate="true"
                           activate="start" deactivate="stop">
              <implementation class="org.sanban.bench.told.Told"/>
              <service><provide interface="org.sanban.api.journal.JournalListener"/></service>
              <property name="listener.id" value="%1$s"/>
            </scr:component>
            """;

    /** The id of a listener. */
    static String id(int index) {
        return "told-" + (index + 1);
    }

    /** What a listener wrote down. */
    Path told(int index) {
        return distribution.home().resolve("told").resolve(id(index) + ".txt");
    }

    /** Puts them into {@code deploy/} and waits until they are registered. */
    void install(Http http, String admin) throws IOException {
        Path deploy = Files.createDirectories(distribution.home().resolve("deploy"));
        Path made = Options.TARGET.resolve("told.jar");
        write(made, compiled());
        // In one move, so that nobody sees half of it.
        Path beside = distribution.home().resolve("told.tmp");
        Files.copy(made, beside, StandardCopyOption.REPLACE_EXISTING);
        Files.move(beside, deploy.resolve("told.jar"), StandardCopyOption.ATOMIC_MOVE);
        Waiting.until(SOON, count + " listeners are there", () -> present(http, admin) == count);
    }

    /** Whether each of them was handed all that there is. */
    boolean caughtUp(Http http, String admin) throws IOException {
        int done = 0;
        for (JsonNode one : deliveries(http, admin)) {
            done += ours(one)
                            && one.path("present").asBoolean()
                            && !one.path("waiting").asBoolean()
                    ? 1
                    : 0;
        }
        return done == count;
    }

    /** Entries that were parked for them. */
    int parked(Http http, String admin) throws IOException {
        int parked = 0;
        for (JsonNode one : deliveries(http, admin)) {
            parked += ours(one) ? one.path("parked").asInt() : 0;
        }
        return parked;
    }

    private int present(Http http, String admin) throws IOException {
        int present = 0;
        for (JsonNode one : deliveries(http, admin)) {
            present += ours(one) && one.path("present").asBoolean() ? 1 : 0;
        }
        return present;
    }

    private static boolean ours(JsonNode delivery) {
        return delivery.path("listener").asText().startsWith("told-");
    }

    private static JsonNode deliveries(Http http, String admin) throws IOException {
        return Sanban.JSON.readTree(
                http.get(Sanban.API + "/journal/deliveries", admin).expect(200).body());
    }

    private byte[] compiled() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new IOException("this needs a JDK, not only a Java runtime");
        }
        Path classes = Files.createDirectories(Options.TARGET.resolve("told"));
        String api = distribution.bundle("api").toString();
        int failed = compiler.run(
                null,
                null,
                null,
                "--release",
                "17",
                "-proc:none",
                "-cp",
                api,
                "-d",
                classes.toString(),
                SOURCE.toString());
        if (failed != 0) {
            throw new IOException(SOURCE + " does not compile against " + api);
        }
        return Files.readAllBytes(classes.resolve(CLASS));
    }

    private void write(Path jar, byte[] code) throws IOException {
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest())) {
            add(out, CLASS, code);
            for (int i = 0; i < count; i++) {
                add(
                        out,
                        "OSGI-INF/" + id(i) + ".xml",
                        COMPONENT.formatted(id(i)).getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private static void add(JarOutputStream out, String name, byte[] content) throws IOException {
        out.putNextEntry(new ZipEntry(name));
        out.write(content);
        out.closeEntry();
    }

    private static Manifest manifest() {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        main.putValue("Bundle-SymbolicName", "org.sanban.bench.told");
        main.putValue("Bundle-Version", "1.0.0");
        main.putValue(
                "Import-Package", "org.sanban.api.journal;version=\"[1,2)\",org.sanban.api.cases;version=\"[1,2)\"");
        main.putValue("Service-Component", "OSGI-INF/*.xml");
        return manifest;
    }
}
