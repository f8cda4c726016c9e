// SPDX-License-Identifier: Apache-2.0
package org.sanban.itests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The commands of a document, run as they stand there on a distribution that runs elsewhere. */
final class Document {
    private static final Pattern BLOCK = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);
    private static final Path ROOT = Path.of(System.getProperty("sanban.root"));

    private final Path file;
    private final Sanban sanban;
    private final Path folder;

    /**
     * @param file where it lies in the repository
     * @param folder what is the reader's home
     */
    Document(String file, Sanban sanban, Path folder) {
        this.file = ROOT.resolve(file);
        this.sanban = sanban;
        this.folder = folder;
    }

    /** What the example's own build leaves. */
    static Path built(String file) {
        return ROOT.resolve("examples/mode-evening/target").resolve(file);
    }

    /** Runs the blocks from one to another, counted from 1, as one script that ends with the first failure. */
    String run(int from, int to) {
        String script = "set -eu\n" + String.join("", blocks().subList(from - 1, to));
        script = script.replace("http://localhost:8181", sanban.base())
                .replace("instance/", sanban.home() + "/")
                .replace("~/", folder + "/");
        Sanban.Said said = Sanban.run(ROOT, Map.of("MAVEN_ARGS", maven()), "/bin/sh", "-c", script);
        if (said.code() != 0) {
            throw new AssertionError(file + " exited with " + said.code() + ": " + said.out());
        }
        return said.out();
    }

    /** How many blocks of commands there are. */
    int length() {
        return blocks().size();
    }

    /**
     * Maven takes what it has from the user's repository, and keeps the contract of this build in one that is ours: there
     * it would pass for the released one for ever.
     */
    private String maven() {
        return "-Dmaven.repo.local=" + folder.resolve("m2") + " -Dmaven.repo.local.tail="
                + System.getProperty("sanban.m2");
    }

    private List<String> blocks() {
        try {
            List<String> blocks = new ArrayList<>();
            Matcher matcher = BLOCK.matcher(Files.readString(file));
            while (matcher.find()) {
                blocks.add(matcher.group(1));
            }
            return blocks;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
