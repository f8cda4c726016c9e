// SPDX-License-Identifier: Apache-2.0
package org.sanban.bench;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the caller asked for.
 *
 * @param seconds how long each line of the table is measured, on each side
 * @param warm how long each side is warmed up before a kind of command is measured, in seconds: what runs for weeks is measured compiled
 * @param clients numbers of clients
 * @param rows cases in the large table
 * @param rounds how often the crash tool kills
 * @param entries journal entries that are delivered
 * @param kills how often the process is killed meanwhile
 */
record Options(int seconds, int warm, List<Integer> clients, int rows, int rounds, int entries, int kills) {
    /** Where the distributions under test are unpacked: Maven's folder of this module. */
    static final Path TARGET = Path.of("target").toAbsolutePath();

    static Options of(String... args) {
        if (args.length % 2 != 0) {
            throw new IllegalArgumentException("each option needs a value");
        }
        Map<String, String> given = new LinkedHashMap<>();
        for (int i = 0; i < args.length; i += 2) {
            given.put(args[i], args[i + 1]);
        }
        Options options = new Options(
                number(given, "--seconds", 10),
                number(given, "--warm", 45),
                numbers(given, "--clients", "1,8,64"),
                number(given, "--rows", 100_000),
                number(given, "--rounds", 10),
                number(given, "--entries", 200_000),
                number(given, "--kills", 10));
        if (!given.isEmpty()) {
            throw new IllegalArgumentException(
                    given.keySet() + ": none of --seconds, --warm, --clients, --rows, --rounds, --entries, --kills");
        }
        return options;
    }

    private static int number(Map<String, String> given, String name, int otherwise) {
        String value = given.remove(name);
        return value == null ? otherwise : Integer.parseInt(value);
    }

    private static List<Integer> numbers(Map<String, String> given, String name, String otherwise) {
        String value = given.remove(name);
        return Stream.of((value == null ? otherwise : value).split(","))
                .map(Integer::valueOf)
                .toList();
    }
}
