// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.webhook.internal;

import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.sanban.api.problem.Text;
import org.sanban.api.problem.Texts;
import org.sanban.api.registry.Division;
import org.sanban.api.settings.Checked;
import org.sanban.api.settings.Configured;
import org.sanban.api.settings.Several;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What an operator sets: {@code etc/org.sanban.channel.webhook.cfg}. */
@Component(
        service = {WebhookSettings.class, Configured.class},
        configurationPid = WebhookSettings.PID)
@Designate(ocd = WebhookSettings.Config.class)
public final class WebhookSettings implements Configured {
    static final String PID = "org.sanban.channel.webhook";
    private static final Logger LOG = LoggerFactory.getLogger(WebhookSettings.class);
    private static final Texts TEXTS = Texts.of(WebhookSettings.class);
    private static final String FILE = "etc/" + PID + ".cfg";
    private static final int MOST = 50;
    private static final int TIMEOUT = 10;
    private static final int RETRY_AFTER = 600;
    private static final int SECRET_HOURS = 24;
    private static final int LOOK = 3;
    private static final Numbers DEFAULTS = new Numbers(MOST, TIMEOUT, RETRY_AFTER, SECRET_HOURS, LOOK);

    /** What can be set. */
    @ObjectClassDefinition(name = "Sanban channel webhook")
    public @interface Config {
        @AttributeDefinition(
                name = "Source",
                description = "The source of every event, as https://example.org; urn:sanban:<county> without it")
        String source() default "";

        @AttributeDefinition(
                name = "Allowed",
                description = "Hosts and ranges of addresses that may be private and without TLS: 10.1.2.0/24, gis.lan")
        String[] allowed() default {};

        @AttributeDefinition(name = "Most", description = "Most subscriptions there may be, 1 to 500")
        int most() default MOST;

        @AttributeDefinition(name = "Timeout", description = "Seconds to connect, and again to answer, 1 to 60")
        int timeoutSeconds() default TIMEOUT;

        @AttributeDefinition(
                name = "Longest Retry-After",
                description = "Seconds that a receiver is left alone at most when it asks for it, 1 to 3600")
        int retryAfterSeconds() default RETRY_AFTER;

        @AttributeDefinition(
                name = "Old secret",
                description = "Hours that a replaced secret goes on to sign beside the new one, 0 to 720")
        int secretHours() default SECRET_HOURS;

        @AttributeDefinition(
                name = "Look",
                description = "Seconds after which a change made on another node is noticed, 1 to 60")
        int lookSeconds() default LOOK;
    }

    private record Numbers(int most, int timeout, int retryAfter, int secretHours, int look) {
        static Numbers of(Config config) {
            return new Numbers(
                    range("most", config.most(), 1, 500),
                    range("timeoutSeconds", config.timeoutSeconds(), 1, 60),
                    range("retryAfterSeconds", config.retryAfterSeconds(), 1, 3600),
                    range("secretHours", config.secretHours(), 0, 720),
                    range("lookSeconds", config.lookSeconds(), 1, 60));
        }
    }

    private final Numbers numbers;
    private final String source;
    private final Addresses addresses;
    private final Text fault;
    private final List<String> faults;

    @Activate
    public WebhookSettings(Config config) {
        this(config, InetAddress::getAllByName);
    }

    WebhookSettings(Config given, Addresses.Resolver resolver) {
        Checked<Config> checked = Checked.of(Config.class, PID, given);
        this.faults = checked.faults();
        Config config = checked.settings(LOG::warn);
        Numbers read = DEFAULTS;
        String named = "";
        Addresses open = new Addresses(Set.of(), List.of(), resolver);
        Text wrong = null;
        try {
            read = Numbers.of(config);
            named = sourced(config.source().strip());
            open = addresses(config.allowed(), resolver);
        } catch (RuntimeException e) {
            wrong = TEXTS.get("fault", FILE, e.getMessage());
            LOG.warn("{}", wrong.en());
        }
        this.numbers = read;
        this.source = named;
        this.addresses = open;
        this.fault = wrong;
    }

    @Override
    public List<String> faults() {
        return faults;
    }

    /** What is set wrong, with the file and the key: until it is put right nothing is sent, and everything waits. */
    Optional<Text> fault() {
        return Optional.ofNullable(fault);
    }

    private static String sourced(String text) {
        if (!text.isEmpty() && !text.matches("(https?://|urn:)[!-~]{1,200}")) {
            throw new IllegalArgumentException("source must be like https://example.org or urn:example:county");
        }
        return text;
    }

    private static Addresses addresses(String[] allowed, Addresses.Resolver resolver) {
        Set<String> hosts = new HashSet<>();
        List<Network> ranges = new ArrayList<>();
        for (String one : Several.of(allowed)) {
            String word = one.toLowerCase(Locale.ROOT);
            if (word.matches("[a-z0-9.-]*[a-z][a-z0-9.-]*")) {
                hosts.add(word);
            } else {
                ranges.add(network(word));
            }
        }
        return new Addresses(hosts, ranges, resolver);
    }

    private static Network network(String text) {
        try {
            return Network.of(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("allowed: " + e.getMessage() + ", and no host name", e);
        }
    }

    private static int range(String key, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(key + " must be " + least + " to " + most + ", not " + value);
        }
        return value;
    }

    Addresses addresses() {
        return addresses;
    }

    int most() {
        return numbers.most();
    }

    int lookSeconds() {
        return numbers.look();
    }

    Duration timeout() {
        return Duration.ofSeconds(numbers.timeout());
    }

    Duration longestPatience() {
        return Duration.ofSeconds(numbers.retryAfter());
    }

    Duration secretOverlap() {
        return Duration.ofHours(numbers.secretHours());
    }

    /** The source of events of a division. */
    URI source(String division) {
        return URI.create(source.isEmpty() ? "urn:sanban:" + Division.county(division) : source);
    }
}
