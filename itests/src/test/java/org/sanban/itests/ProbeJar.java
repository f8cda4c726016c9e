// SPDX-License-Identifier: Apache-2.0
package org.sanban.itests;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.sanban.itests.probe.FaultyMode;
import org.sanban.itests.probe.Probe;
import org.sanban.itests.probe.ProbeMode;
import org.sanban.itests.probe.ProbeResource;

/** Packs the classes of {@code probe} as bundles, by hand: a plugin needs no more than this. */
final class ProbeJar {
    static final String MODULE = "sanban-mode-probe";
    private static final String COMPONENT =
            """
            <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.3.0" name="%s" immediate="true">
              <implementation class="%s"/>
              <service><provide interface="%s"/></service>
              <property name="%s" value="probe"/>
            </scr:component>
            """;
    private static final String FEATURE =
            """
            <features name="mode-probe" xmlns="http://karaf.apache.org/xmlns/features/v1.6.0">
              <feature name="sanban-mode-probe" version="%1$s" description="试办 / Probe">
                <feature version="[0.1,1)">sanban-cases</feature>
                <bundle>mvn:org.sanban/mode-probe/%1$s</bundle>
              </feature>
            </features>
            """;

    private ProbeJar() {}

    /** Puts the listener into a folder in one move, so that nobody sees half of it. */
    static void drop(Path folder) throws IOException {
        place(
                folder.resolve("probe.jar"),
                jar(
                        "1.0.0",
                        manifest("probe", "1.0.0"),
                        component(Probe.class, "org.sanban.api.journal.JournalListener", "listener.id")));
    }

    /** Puts the mode with its address into a folder, in place of the one that may be there. */
    static void dropMode(Path folder, String version) throws IOException {
        place(folder.resolve("mode-probe.jar"), mode(version, manifest("mode-probe", version)));
    }

    /** Puts a mode into a folder whose workflow cannot work. */
    static void dropFaulty(Path folder) throws IOException {
        place(
                folder.resolve("mode-faulty.jar"),
                jar(
                        "1.0.0",
                        manifest("mode-faulty", "1.0.0"),
                        component(FaultyMode.class, "org.sanban.api.cases.ServiceMode", "mode.id")));
    }

    /** Makes an archive of the mode. */
    static Path kar(Path folder, String version) throws IOException {
        return kar(folder, version, manifest("mode-probe", version));
    }

    /** Makes an archive of one that is installed and does not start. */
    static Path broken(Path folder, String version) throws IOException {
        Manifest manifest = manifest("mode-probe", version);
        manifest.getMainAttributes().putValue("Bundle-Activator", "org.sanban.itests.probe.None");
        return kar(folder, version, manifest);
    }

    private static Path kar(Path folder, String version, Manifest manifest) throws IOException {
        Path file = folder.resolve("mode-probe-" + version + ".kar");
        String stem = "repository/org/sanban/mode-probe/" + version + "/mode-probe-" + version;
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            add(zip, stem + "-features.xml", FEATURE.formatted(version).getBytes(StandardCharsets.UTF_8));
            add(zip, stem + ".jar", mode(version, manifest));
        }
        return file;
    }

    private record Part(Class<?> type, String xml) {}

    private static Part component(Class<?> type, String service, String property) {
        return new Part(type, COMPONENT.formatted(type.getSimpleName(), type.getName(), service, property));
    }

    private static byte[] mode(String version, Manifest manifest) throws IOException {
        return jar(
                version,
                manifest,
                component(ProbeMode.class, "org.sanban.api.cases.ServiceMode", "mode.id"),
                component(ProbeResource.class, "org.sanban.api.web.RestResource", "probe"));
    }

    private static void place(Path file, byte[] content) throws IOException {
        Path made = Files.createTempFile(file.getParent().getParent(), "probe", ".tmp");
        Files.write(made, content);
        Files.move(made, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static byte[] jar(String version, Manifest manifest, Part... parts) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(out, manifest)) {
            add(jar, "version.txt", version.getBytes(StandardCharsets.UTF_8));
            for (Part part : parts) {
                add(
                        jar,
                        "OSGI-INF/" + part.type().getSimpleName() + ".xml",
                        part.xml().getBytes(StandardCharsets.UTF_8));
                String path = part.type().getName().replace('.', '/') + ".class";
                try (InputStream code = part.type().getClassLoader().getResourceAsStream(path)) {
                    add(jar, path, code.readAllBytes());
                }
            }
        }
        return out.toByteArray();
    }

    private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    private static Manifest manifest(String name, String version) {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        main.putValue("Bundle-SymbolicName", "org.sanban.itests." + name);
        main.putValue("Bundle-Version", version);
        String api = ";version=\"[1,2)\",org.sanban.api.";
        main.putValue(
                "Import-Package",
                "org.sanban.api." + String.join(api, "journal", "cases", "identity", "problem", "web")
                        + ";version=\"[1,2)\",javax.ws.rs");
        main.putValue("Service-Component", "OSGI-INF/*.xml");
        return manifest;
    }
}
