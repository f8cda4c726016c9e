// SPDX-License-Identifier: Apache-2.0
package org.sanban.itests;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.sanban.itests.probe.Probe;

/** Packs {@link Probe} as a bundle with one component, by hand: a plugin needs no more than this. */
final class ProbeJar {
    private static final String COMPONENT =
            """
            <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.3.0" name="probe" immediate="true">
              <implementation class="org.sanban.itests.probe.Probe"/>
              <service><provide interface="org.sanban.api.journal.JournalListener"/></service>
              <property name="listener.id" value="probe"/>
            </scr:component>
            """;

    private ProbeJar() {}

    /** Puts it into a folder in one move, so that nobody sees half of it. */
    static void drop(Path folder) throws IOException {
        Path made = Files.createTempFile(folder.getParent(), "probe", ".tmp");
        try (OutputStream out = Files.newOutputStream(made);
                JarOutputStream jar = new JarOutputStream(out, manifest())) {
            add(jar, "OSGI-INF/probe.xml", COMPONENT.getBytes(StandardCharsets.UTF_8));
            String path = Probe.class.getName().replace('.', '/') + ".class";
            try (InputStream code = Probe.class.getClassLoader().getResourceAsStream(path)) {
                add(jar, path, code.readAllBytes());
            }
        }
        Files.move(made, folder.resolve("probe.jar"), StandardCopyOption.ATOMIC_MOVE);
    }

    private static void add(JarOutputStream jar, String name, byte[] content) throws IOException {
        jar.putNextEntry(new JarEntry(name));
        jar.write(content);
        jar.closeEntry();
    }

    private static Manifest manifest() {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        main.putValue("Bundle-SymbolicName", "org.sanban.itests.probe");
        main.putValue("Bundle-Version", "1.0.0");
        main.putValue(
                "Import-Package", "org.sanban.api.journal;version=\"[1,2)\",org.sanban.api.cases;version=\"[1,2)\"");
        main.putValue("Service-Component", "OSGI-INF/probe.xml");
        return manifest;
    }
}
