// SPDX-License-Identifier: Apache-2.0
package org.sanban.modules.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes archives of modules. */
final class KarFile {
    private KarFile() {}

    /** An archive with a description of features and one jar for its first, which brings a mode. */
    static Path make(Path folder, String mode, String... features) throws IOException {
        Path file = folder.resolve(mode + ".kar");
        String[] first = features[0].split(" ");
        String stem = "repository/org/sanban/" + first[0] + "/" + first[1] + "/" + first[0] + "-" + first[1];
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            add(zip, stem + "-features.xml", String.join("\n", features).getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry(stem + ".jar"));
            jar(zip, first[0], mode);
            zip.closeEntry();
        }
        return file;
    }

    /** A jar where Maven would put it. */
    static void jar(Path root, String name, String version, String mode) throws IOException {
        Path file = root.resolve("org/sanban/" + name + "/" + version + "/" + name + "-" + version + ".jar");
        Files.createDirectories(file.getParent());
        try (OutputStream out = Files.newOutputStream(file)) {
            jar(out, name, mode);
        }
    }

    private static void jar(OutputStream out, String name, String mode) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Bundle-SymbolicName", "org.sanban." + name + ";singleton:=true");
        manifest.getMainAttributes().putValue("Bundle-Version", "0.1.0");
        JarOutputStream jar = new JarOutputStream(out, manifest);
        String component = "<scr:component><property name=\"mode.id\" type=\"String\" value=\"" + mode + "\"/>";
        add(jar, "OSGI-INF/mode.xml", component.getBytes(StandardCharsets.UTF_8));
        jar.finish();
    }

    static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }
}
