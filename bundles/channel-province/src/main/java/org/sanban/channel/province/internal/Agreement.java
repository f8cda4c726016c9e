// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.province.internal;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.sanban.api.evaluation.RatingExchange;
import org.sanban.api.problem.Text;
import org.sanban.api.problem.Texts;

/** Reads the configuration; everything that is missing or wrong is told at once. */
final class Agreement {
    private static final Texts TEXTS = Texts.of(Agreement.class);
    private static final String REST = "rest";
    private static final String TABLES = "tables";

    private final ProvinceChannel.Config config;
    private final DataSource exchange;
    private final List<Text> faults = new ArrayList<>();
    private final Terms terms;

    Agreement(ProvinceChannel.Config config, DataSource exchange) {
        this.config = config;
        this.exchange = exchange;
        Terms read = read();
        this.terms = faults.isEmpty() ? read : null;
    }

    /** {@code null} while there are faults. */
    Terms terms() {
        return terms;
    }

    /** What is missing or wrong, each by its key; empty when nothing is. What is secret is never told. */
    Optional<Text> fault() {
        return faults.isEmpty()
                ? Optional.empty()
                : Optional.of(TEXTS.get("fault", new Text(joined(Text::zh), joined(Text::en))));
    }

    private String joined(Function<Text, String> language) {
        return faults.stream().map(language).collect(Collectors.joining("; "));
    }

    private Terms read() {
        expect(config.dataSource().strip().matches("\\S{1,3}"), TEXTS.get("set.dataSource"));
        expect(between(config.batch(), 1, 500), Text.of("batch: 1–500"));
        expect(between(config.timeoutSeconds(), 1, 60), Text.of("timeoutSeconds: 1–60"));
        expect(between(config.reconcileHour(), 0, 23), Text.of("reconcileHour: 0–23"));
        Codes codes = pairs("codes", config.codes(), Codes::new);
        if (codes != null && !codes.missing().isEmpty()) {
            faults.add(TEXTS.get("set.codes", String.join(" ", codes.missing())));
        }
        Names names = pairs("names", config.names(), Names::new);
        Tasks tasks = pairs("tasks", config.tasks(), Tasks::new);
        Seal seal = seal();
        Way way = way(names, seal);
        return new Terms(
                codes,
                names,
                tasks,
                config.dataSource().strip(),
                given(config.orgCode()),
                given(config.orgName()),
                way,
                seal,
                config.batch(),
                config.mode().strip(),
                given(config.site()),
                config.reconcileHour(),
                ratings(config.ratings().strip()));
    }

    private RatingExchange.Form ratings(String form) {
        for (RatingExchange.Form known : RatingExchange.Form.values()) {
            if (known.name().equalsIgnoreCase(form)) {
                return known;
            }
        }
        expect(form.isEmpty(), Text.of("ratings: interface | gbt39046"));
        return null;
    }

    private Seal seal() {
        boolean rest = config.way().strip().equals(REST);
        ECPrivateKeyParameters own = key("privateKey", config.privateKey(), rest, Seal::privateKey);
        ECPublicKeyParameters theirs = key("platformKey", config.platformKey(), rest, Seal::publicKey);
        return theirs == null ? null : new Seal(own, theirs);
    }

    private Way way(Names names, Seal seal) {
        switch (config.way().strip()) {
            case REST -> {
                URI push = address("url", config.url());
                URI compare = config.reconcileUrl().isBlank() ? null : address("reconcileUrl", config.reconcileUrl());
                expect(config.app().strip().matches("[\\x21-\\x7e]{1,100}"), TEXTS.get("set.app"));
                expect(!words(config.taken()).isEmpty(), TEXTS.get("set.taken"));
                return faults.isEmpty()
                        ? new SignedPush(
                                new Post(
                                        config.app().strip(), seal, names, Duration.ofSeconds(config.timeoutSeconds())),
                                names,
                                new SignedPush.Addresses(push, compare, words(config.taken()), words(config.later())))
                        : null;
            }
            case TABLES -> {
                expect(exchange != null, TEXTS.get("set.exchange"));
                return faults.isEmpty()
                        ? new ExchangeTables(
                                exchange,
                                names,
                                !config.ratings().isBlank(),
                                Duration.ofSeconds(config.timeoutSeconds()))
                        : null;
            }
            default -> {
                faults.add(Text.of("way: rest | tables"));
                return null;
            }
        }
    }

    private URI address(String key, String text) {
        if (text.strip().matches("https?://[^\\s/?#]+\\S*")) {
            try {
                return URI.create(text.strip());
            } catch (IllegalArgumentException e) {
                // said below
            }
        }
        faults.add(Text.of(key + ": https://…"));
        return null;
    }

    private <T> T pairs(String key, String text, Function<Map<String, String>, T> reader) {
        try {
            return reader.apply(Codes.pairs(text));
        } catch (IllegalArgumentException e) {
            faults.add(TEXTS.get("set.pair", key, e.getMessage()));
            return null;
        }
    }

    private interface KeyReader<K> {
        K read(Path file) throws IOException;
    }

    private <K> K key(String key, String name, boolean needed, KeyReader<K> reader) {
        if (name.isBlank()) {
            expect(!needed, TEXTS.get("set.key", key));
            return null;
        }
        Path file = Path.of(System.getProperty("karaf.etc", "etc")).resolve(name.strip());
        try {
            return reader.read(file);
        } catch (IOException | RuntimeException e) {
            faults.add(TEXTS.get("set.pem", key, file));
            return null;
        }
    }

    private void expect(boolean right, Text what) {
        if (!right) {
            faults.add(what);
        }
    }

    private static boolean between(int number, int least, int most) {
        return number >= least && number <= most;
    }

    private static Set<String> words(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
    }

    private static String given(String text) {
        return text.isBlank() ? null : text.strip();
    }
}
