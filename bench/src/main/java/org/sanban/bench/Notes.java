// SPDX-License-Identifier: Apache-2.0
package org.sanban.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What one listener was told, compared with the journal.
 *
 * @param told lines, repeats included
 * @param entries different entries
 * @param lost entries of the journal that it was never told
 * @param disordered entries told before one of the same case that comes earlier
 * @param repeated entries told again under the same id
 * @param others entries told again under another id, or that the journal does not have
 */
record Notes(long told, long entries, long lost, long disordered, long repeated, long others) {
    private static final int TOLD = 0;
    private static final int DISORDERED = 1;
    private static final int REPEATED = 2;
    private static final int OTHERS = 3;

    /** Ids of a case's entries that were told, the first at 0, {@code null} where one is missing. */
    private static final class Course {
        private final List<String> ids = new ArrayList<>(4);

        private long known() {
            return ids.stream().filter(Objects::nonNull).count();
        }
    }

    /** @param journal how many entries each case has */
    static Notes of(Path file, Map<String, Integer> journal) throws IOException {
        Map<String, Course> courses = new HashMap<>();
        long[] counts = new long[4];
        try (Stream<String> lines = Files.lines(file)) {
            lines.forEach(line -> note(line.split(" "), courses, counts));
        }
        long lost = 0;
        long others = counts[OTHERS];
        for (Map.Entry<String, Integer> one : journal.entrySet()) {
            Course course = courses.remove(one.getKey());
            long known = course == null ? 0 : course.known();
            lost += Math.max(0, one.getValue() - known);
            others += Math.max(0, known - one.getValue());
        }
        others += courses.values().stream().mapToLong(Course::known).sum();
        long entries = counts[TOLD] - counts[REPEATED] - counts[OTHERS];
        return new Notes(counts[TOLD], entries, lost, counts[DISORDERED], counts[REPEATED], others);
    }

    private static void note(String[] parts, Map<String, Course> courses, long[] counts) {
        List<String> ids = courses.computeIfAbsent(parts[0], number -> new Course()).ids;
        int seq = Integer.parseInt(parts[1]);
        counts[TOLD]++;
        while (ids.size() < seq) {
            ids.add(null);
        }
        String before = ids.set(seq - 1, parts[2]);
        if (before != null) {
            counts[before.equals(parts[2]) ? REPEATED : OTHERS]++;
        } else if (seq > 1 && ids.get(seq - 2) == null) {
            counts[DISORDERED]++;
        }
    }

    boolean isWhole() {
        return lost == 0 && disordered == 0 && others == 0;
    }
}
