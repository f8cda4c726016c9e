// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.sms.internal;

import java.util.List;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Text;

/** What settings may hold. Each names the first that is wrong as a problem of that field. */
final class Checks {
    private static final int SHORTEST_TOKEN = 16;

    private Checks() {}

    static void common(Config config) {
        range("maxParts", config.maxParts(), 1, 10);
        range("timeoutSeconds", config.timeoutSeconds(), 1, 60);
        oneOf("numbers", config.numbers(), List.of("local", "86", "+86"));
        check(!config.signature().matches(".*[【】].*"), "signature", SmsChannel.TEXTS.get("no-brackets"));
        check(
                config.signature().isBlank() || !config.signatureSource().isBlank(),
                "signatureSource",
                SmsChannel.TEXTS.get("source"));
        check(
                config.token().isBlank() || config.token().strip().length() >= SHORTEST_TOKEN,
                "token",
                SmsChannel.TEXTS.get("token-short", SHORTEST_TOKEN));
    }

    static void check(boolean right, String field, Text otherwise) {
        if (!right) {
            throw Problem.invalid(field, otherwise);
        }
    }

    static String set(String field, String value) {
        check(!value.isBlank(), field, SmsChannel.TEXTS.get("missing"));
        return value.strip();
    }

    static String atMost(String field, String value, int longest) {
        check(value.strip().length() <= longest, field, SmsChannel.TEXTS.get("at-most", longest));
        return value.strip();
    }

    static int range(String field, int value, int least, int most) {
        check(value >= least && value <= most, field, SmsChannel.TEXTS.get("range", least, most));
        return value;
    }

    static String oneOf(String field, String value, List<String> allowed) {
        check(allowed.contains(value.strip()), field, SmsChannel.TEXTS.get("one-of", String.join(", ", allowed)));
        return value.strip();
    }
}
