// SPDX-License-Identifier: Apache-2.0
package org.sanban.itests;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarInputStream;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** The archive (.kar) that a plugin's own build made. */
final class Archive {
    private static final String VERSION = System.getProperty("sanban.version");

    private final String plugin;

    /**
     * @param feature {@code sanban-mode-window}
     */
    Archive(String feature) {
        this.plugin = feature.substring("sanban-".length());
    }

    Path file() {
        return Path.of(System.getProperty("sanban.root"), "bundles", plugin, "target")
                .resolve(plugin + "-" + VERSION + "-module.kar");
    }

    /** The same under another version, as if it had been made earlier or later. */
    Path as(String version, Path folder) throws IOException {
        Path made = folder.resolve(plugin + "-" + version + ".kar");
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(file()));
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(made))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                byte[] content = in.readAllBytes();
                String name = entry.getName();
                out.putNextEntry(new ZipEntry(name.replace(VERSION, version)));
                if (name.endsWith("-features.xml")) {
                    // What it needs names no patch version and stays the same.
                    content = new String(content, StandardCharsets.UTF_8)
                            .replace(VERSION, version)
                            .getBytes(StandardCharsets.UTF_8);
                } else if (name.endsWith(".jar")) {
                    content = bundle(content, version);
                }
                out.write(content);
            }
        }
        return made;
    }

    private static byte[] bundle(byte[] jar, String version) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarInputStream in = new JarInputStream(new ByteArrayInputStream(jar))) {
            Manifest manifest = in.getManifest();
            manifest.getMainAttributes().putValue("Bundle-Version", version);
            try (JarOutputStream out = new JarOutputStream(bytes, manifest)) {
                for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                    out.putNextEntry(new ZipEntry(entry.getName()));
                    in.transferTo(out);
                }
            }
        }
        return bytes.toByteArray();
    }
}
