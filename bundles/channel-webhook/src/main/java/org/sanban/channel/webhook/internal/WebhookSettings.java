// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.webhook.internal;

import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.sanban.api.registry.Division;
import org.sanban.api.settings.Several;

/** What an operator sets: {@code etc/org.sanban.channel.webhook.cfg}. */
@Component(service = WebhookSettings.class, configurationPid = "org.sanban.channel.webhook")
@Designate(ocd = WebhookSettings.Config.class)
public final class WebhookSettings {
    private static final String NAME = "org.sanban.channel.webhook: ";

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
        int most() default 50;

        @AttributeDefinition(name = "Timeout", description = "Seconds to connect, and again to answer, 1 to 60")
        int timeoutSeconds() default 10;

        @AttributeDefinition(
                name = "Longest Retry-After",
                description = "Seconds that a receiver is left alone at most when it asks for it, 1 to 3600")
        int retryAfterSeconds() default 600;

        @AttributeDefinition(
                name = "Old secret",
                description = "Hours that a replaced secret goes on to sign beside the new one, 0 to 720")
        int secretHours() default 24;

        @AttributeDefinition(
                name = "Look",
                description = "Seconds after which a change made on another node is noticed, 1 to 60")
        int lookSeconds() default 3;
    }

    private final Config config;
    private final Addresses addresses;

    @Activate
    public WebhookSettings(Config config) {
        this(config, InetAddress::getAllByName);
    }

    WebhookSettings(Config config, Addresses.Resolver resolver) {
        range("most", config.most(), 1, 500);
        range("timeoutSeconds", config.timeoutSeconds(), 1, 60);
        range("retryAfterSeconds", config.retryAfterSeconds(), 1, 3600);
        range("secretHours", config.secretHours(), 0, 720);
        range("lookSeconds", config.lookSeconds(), 1, 60);
        if (!config.source().isBlank() && !config.source().strip().matches("(https?://|urn:)[!-~]{1,200}")) {
            throw new IllegalArgumentException(NAME + "source must be like https://example.org or urn:example:county");
        }
        this.config = config;
        this.addresses = addresses(config.allowed(), resolver);
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
            throw new IllegalArgumentException(NAME + "allowed: " + e.getMessage() + ", and no host name", e);
        }
    }

    private static void range(String key, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(NAME + key + " must be " + least + " to " + most + ", not " + value);
        }
    }

    Addresses addresses() {
        return addresses;
    }

    int most() {
        return config.most();
    }

    int lookSeconds() {
        return config.lookSeconds();
    }

    Duration timeout() {
        return Duration.ofSeconds(config.timeoutSeconds());
    }

    Duration longestPatience() {
        return Duration.ofSeconds(config.retryAfterSeconds());
    }

    Duration secretOverlap() {
        return Duration.ofHours(config.secretHours());
    }

    /** The source of events of a division. */
    URI source(String division) {
        return URI.create(
                config.source().isBlank()
                        ? "urn:sanban:" + Division.county(division)
                        : config.source().strip());
    }
}
