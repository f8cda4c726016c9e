// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.webhook.internal;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;

/**
 * Where events are sent to (接收地址).
 *
 * @param secure whether over TLS
 * @param host a name or an address, an IPv6 one without its brackets
 * @param port the port
 * @param path the path with its query
 */
record Target(boolean secure, String host, int port, String path) {
    /** Longest address that is taken. */
    static final int LONGEST = 500;

    private static final Texts TEXTS = Texts.of(Target.class);
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    /**
     * Reads an address as it was entered.
     *
     * @throws Problem invalid, for {@code url}
     */
    static Target of(String url) {
        URI uri = uri(url);
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        boolean web = scheme.equals("http") || scheme.equals("https");
        if (!web || uri.getHost() == null || uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            throw wrong();
        }
        boolean secure = scheme.equals("https");
        int port = uri.getPort() == -1 ? secure ? HTTPS : HTTP : uri.getPort();
        if (port < 1 || port > 65_535) {
            throw wrong();
        }
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return new Target(
                secure,
                uri.getHost().replaceAll("[\\[\\]]", "").toLowerCase(Locale.ROOT),
                port,
                uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery());
    }

    /**
     * Whether a connection to the other one serves this one, too. Not by {@code equals}: the JDK holds on to the record
     * whose {@code equals} was linked last, and so to this bundle's classes after the bundle has gone.
     */
    boolean leadsTo(Target other) {
        return secure == other.secure && port == other.port && host.equals(other.host);
    }

    /** What stands in the header {@code Host}. */
    String authority() {
        String name = host.indexOf(':') < 0 ? host : "[" + host + "]";
        return port == (secure ? HTTPS : HTTP) ? name : name + ":" + port;
    }

    private static URI uri(String url) {
        if (url == null || url.length() > LONGEST || !url.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw wrong();
        }
        try {
            return new URI(url);
        } catch (URISyntaxException e) {
            throw wrong();
        }
    }

    private static Problem wrong() {
        return Problem.invalid("url", TEXTS.get("url.form", LONGEST));
    }
}
