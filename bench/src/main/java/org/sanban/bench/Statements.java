// SPDX-License-Identifier: Apache-2.0
package org.sanban.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The SQL that each kind of command executes, as Derby logs it in a run of its own. */
final class Statements {
    private static final int COUNTED = 100;
    private static final Pattern EXECUTED = Pattern.compile("Executing prepared statement: (.*?) :End prepared");
    private static final Pattern TABLE = Pattern.compile("\\b(?:from|into|update) (\\w+)");

    private Statements() {}

    /** Starts {@code distribution} again with Derby's statement log and counts. */
    static void count(Distribution distribution, Fill fill, Report report) throws IOException {
        distribution.stop();
        distribution.set("etc/system.properties", "derby.language.logStatementText", "true");
        distribution.start();
        distribution.ready();
        Path log = distribution.home().resolve("data/log/derby.log");
        report.line("- SQL executed per command (mean of %d, by one client, from Derby's statement log):", COUNTED);
        for (Scenario scenario : Scenario.values()) {
            Load.Job job = scenario.job(fill.door(), fill);
            long from = Files.size(log);
            try (Http http = new Http(distribution.port())) {
                for (int i = 0; i < COUNTED; i++) {
                    job.run(http);
                }
            }
            report.line("  - %s: %s", scenario.label, summary(executed(log, from)));
        }
    }

    /** What was logged from a place on: how often each statement ran. */
    private static Map<String, Integer> executed(Path log, long from) throws IOException {
        byte[] bytes = Files.readAllBytes(log);
        String text = new String(Arrays.copyOfRange(bytes, (int) from, bytes.length), StandardCharsets.UTF_8);
        Map<String, Integer> counts = new TreeMap<>();
        Matcher found = EXECUTED.matcher(text.replaceAll("\\s+", " "));
        while (found.find()) {
            counts.merge(brief(found.group(1)), 1, Integer::sum);
        }
        return counts;
    }

    /** The verb and the table. */
    static String brief(String sql) {
        String low = sql.strip().toLowerCase(Locale.ROOT);
        Matcher table = TABLE.matcher(low);
        return low.split(" ", 2)[0] + (table.find() ? " " + table.group(1) : "");
    }

    /** Background work that runs less than once in ten commands is left out. */
    private static String summary(Map<String, Integer> counts) {
        StringBuilder each = new StringBuilder();
        double all = 0;
        for (Map.Entry<String, Integer> count : counts.entrySet()) {
            double mean = (double) count.getValue() / COUNTED;
            if (mean >= 0.1) {
                all += mean;
                each.append(each.isEmpty() ? "" : ", ").append("%.1f × %s".formatted(mean, count.getKey()));
            }
        }
        return "%.1f (%s)".formatted(all, each);
    }
}
