// SPDX-License-Identifier: Apache-2.0
package org.sanban.registry.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.sanban.api.registry.Division;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the divisions of the files into the registry at each start. What is there already is left alone, so that a
 * second start changes nothing; a corrected name is taken over.
 */
final class DivisionLoader {
    private static final Logger LOG = LoggerFactory.getLogger(DivisionLoader.class);

    /** 平利县, its 11 towns and 152 villages and communities, 2023. */
    private static final List<String> BUNDLED = List.of("county-610926.csv", "towns-610926.csv", "villages-610926.csv");

    private final RegistryStore store;

    DivisionLoader(RegistryStore store) {
        this.store = store;
    }

    /**
     * Loads these files, or with none the bundled ones. A fault keeps them all out and is said in the log; what the
     * registry holds already goes on serving.
     */
    void load(List<String> paths) {
        try {
            List<Division> divisions = paths.isEmpty() ? bundled() : files(paths);
            DivisionFile.check(divisions);
            int changed = store.put(divisions);
            LOG.info("{} divisions, {} of them new or renamed", divisions.size(), changed);
        } catch (IOException | IllegalArgumentException e) {
            LOG.error("divisions were not loaded, check divisions in etc/org.sanban.registry.cfg: {}", e.getMessage());
        }
    }

    private static List<Division> files(List<String> paths) throws IOException {
        List<Division> divisions = new ArrayList<>();
        for (String path : paths) {
            divisions.addAll(DivisionFile.read(path, lines(Files.readString(Path.of(path), StandardCharsets.UTF_8))));
        }
        return divisions;
    }

    private static List<Division> bundled() throws IOException {
        List<Division> divisions = new ArrayList<>();
        for (String name : BUNDLED) {
            try (InputStream in = DivisionLoader.class.getResourceAsStream(name)) {
                divisions.addAll(DivisionFile.read(name, lines(new String(in.readAllBytes(), StandardCharsets.UTF_8))));
            }
        }
        return divisions;
    }

    private static List<String> lines(String text) {
        return text.lines().toList();
    }
}
