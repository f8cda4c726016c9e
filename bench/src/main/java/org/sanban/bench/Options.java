// SPDX-License-Identifier: Apache-2.0
package org.sanban.bench;

import java.nio.file.Path;
import java.util.List;
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
        Options options = new Options(10, 45, List.of(1, 8, 64), 100_000, 10, 200_000, 10);
        if (args.length % 2 != 0) {
            throw new IllegalArgumentException("each option needs a value");
        }
        for (int i = 0; i < args.length; i += 2) {
            options = options.with(args[i], args[i + 1]);
        }
        return options;
    }

    private Options with(String name, String value) {
        int number = value.contains(",") ? 0 : Integer.parseInt(value);
        return switch (name) {
            case "--seconds" -> new Options(number, warm, clients, rows, rounds, entries, kills);
            case "--warm" -> new Options(seconds, number, clients, rows, rounds, entries, kills);
            case "--clients" -> new Options(
                    seconds,
                    warm,
                    Stream.of(value.split(",")).map(Integer::valueOf).toList(),
                    rows,
                    rounds,
                    entries,
                    kills);
            case "--rows" -> new Options(seconds, warm, clients, number, rounds, entries, kills);
            case "--rounds" -> new Options(seconds, warm, clients, rows, number, entries, kills);
            case "--entries" -> new Options(seconds, warm, clients, rows, rounds, number, kills);
            case "--kills" -> new Options(seconds, warm, clients, rows, rounds, entries, number);
            default -> throw new IllegalArgumentException(
                    name + " is none of --seconds, --warm, --clients, --rows, --rounds, --entries, --kills");
        };
    }
}
