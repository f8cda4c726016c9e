// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.webhook.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sanban.api.problem.Problem;

class AddressesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.1.2.3",
                "100.64.0.1",
                "127.0.0.1",
                "127.255.255.254",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.8",
                "192.168.1.1",
                "198.19.255.255",
                "203.0.113.9",
                "224.0.0.251",
                "255.255.255.255",
                "[::]",
                "[::1]",
                "[::ffff:127.0.0.1]",
                "[::ffff:10.0.0.1]",
                "[::ffff:7f00:1]",
                "[::7f00:1]",
                "[fe80::1]",
                "[fec0::1]",
                "[fc00::1]",
                "[fd12:3456::1]",
                "[ff02::1]",
                "[64:ff9b::7f00:1]",
                "[2001:0:7f00:1::]",
                "[2001:db8::1]",
                "[2002:7f00:1::]",
                "[3fff::1]"
            })
    void privateAndReservedAddressesAreRefusedInWords(String host) {
        Problem problem = refused(open(), "https://" + host + "/");
        assertTrue(problem.detail().zh().contains("不允许向其推送"), problem.detail().zh());
        assertTrue(problem.detail().zh().contains("allowed"), problem.detail().zh());
        assertEquals("url", problem.violations().get(0).field());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "114.114.114.114",
                "172.15.255.255",
                "172.32.0.0",
                "192.167.255.255",
                "192.169.0.0",
                "223.255.255.255",
                "[2400:3200::1]",
                "[2606:4700:4700::1111]"
            })
    void publicAddressesAreTakenOverTls(String host) {
        assertEquals(1, open().check(Target.of("https://" + host + "/")).size());
        assertTrue(refused(open(), "http://" + host + "/").detail().zh().contains("https"));
    }

    /** Shapes of an address that some libraries read and others do not. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://2130706433/",
                "http://0x7f000001/",
                "http://0x7f.0.0.1/",
                "http://127.1/",
                "http://0177.0.0.1/",
                "http://①②⑦.0.0.1/",
                "http://127.0.0.1.:80/",
                "http://[::1%25lo]/"
            })
    void oddShapesOfTheLoopbackNeverGetThrough(String url) {
        assertEquals(Problem.Kind.INVALID, refused(open(), url).kind());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://example.org/",
                "file:///etc/passwd",
                "gopher://example.org/",
                "https:///events",
                "https:example.org",
                "example.org/events",
                "https://user:secret@example.org/",
                "https://example.org/#part",
                "https://example.org:0/",
                "https://example.org:65536/",
                "https://exa mple.org/",
                "https://example.org/\r\nX-Header: 1",
                ""
            })
    void onlyAddressesOfTheWebAreTaken(String url) {
        assertTrue(
                assertThrows(Problem.class, () -> Target.of(url)).detail().zh().contains("https://example.org"));
        assertThrows(Problem.class, () -> Target.of(null));
        assertThrows(Problem.class, () -> Target.of("https://example.org/" + "x".repeat(500)));
    }

    @ParameterizedTest
    @CsvSource({
        "https://Example.org, true, example.org, 443, /, example.org",
        "http://example.org:8080/a/b?c=%20d, false, example.org, 8080, /a/b?c=%20d, example.org:8080",
        "https://[2400:3200::1]:443/x, true, 2400:3200::1, 443, /x, [2400:3200::1]"
    })
    void anAddressIsReadOnce(String url, boolean secure, String host, int port, String path, String authority) {
        Target target = Target.of(url);
        assertEquals(new Target(secure, host, port, path), target);
        assertEquals(authority, target.authority());
    }

    @Test
    void aNameIsTakenOnlyWhenAllItsAddressesAre() {
        Addresses mixed = named("203.119.1.1", "10.0.0.1");
        assertTrue(refused(mixed, "https://two.example.org/").detail().zh().contains("10.0.0.1"));
        assertEquals(
                2,
                named("1.1.1.1", "1.0.0.1")
                        .check(Target.of("https://two.example.org/"))
                        .size());
        assertTrue(refused(open(), "https://nowhere.invalid/").detail().zh().contains("nowhere.invalid"));
    }

    @Test
    void whatTheOperatorAllowsMayBeInsideAndWithoutTls() {
        Addresses some = allowing("GIS.lan, 10.1.0.0/16", "fd00::/8", "192.168.7.7");
        for (String url :
                new String[] {"http://10.1.255.1/", "https://10.1.0.1:8443/", "http://[fd00::5]/", "http://192.168.7.7/"
                }) {
            assertFalse(some.check(Target.of(url)).isEmpty(), url);
        }
        refused(some, "http://10.2.0.1/");
        refused(some, "http://192.168.7.8/");
        refused(some, "https://127.0.0.1/");
        Addresses named = new Addresses(
                some.hosts(), some.ranges(), host -> new InetAddress[] {InetAddress.getByName("172.16.5.5")});
        assertFalse(named.check(Target.of("http://gis.lan/")).isEmpty());
        refused(named, "http://gis.lan.example.org/");
    }

    @Test
    void aWrongConfigurationSaysWhatIsWrong() {
        wrong("allowed", new String[] {"10.0.0.0/33"}, "allowed: 10.0.0.0/33");
        wrong("allowed", new String[] {"10.0.0/8"}, "allowed: 10.0.0/8");
        wrong("allowed", new String[] {"http://gis.lan"}, "allowed: http://gis.lan");
        wrong("most", 0, "most must be 1 to 500");
        wrong("timeoutSeconds", 61, "timeoutSeconds");
        wrong("secretHours", -1, "secretHours");
        wrong("lookSeconds", 0, "lookSeconds");
        wrong("retryAfterSeconds", 0, "retryAfterSeconds");
        wrong("source", "pingli", "source must be like");
        assertEquals(
                "urn:sanban:610926000000",
                settings(Map.of()).source("610926100001").toString());
        assertEquals(
                "https://example.org",
                settings(Map.of("source", "https://example.org "))
                        .source("610926100001")
                        .toString());
    }

    private static void wrong(String key, Object value, String said) {
        WebhookSettings settings = settings(Map.of(key, value));
        String fault = settings.fault().orElseThrow().en();
        assertTrue(fault.contains("etc/org.sanban.channel.webhook.cfg") && fault.contains(said), fault);
        assertTrue(
                settings.addresses().hosts().isEmpty()
                        && settings.addresses().ranges().isEmpty(),
                said);
    }

    private static WebhookSettings settings(Map<String, Object> set) {
        return new WebhookSettings(Configured.config(set));
    }

    private static Addresses open() {
        return settings(Map.of()).addresses();
    }

    private static Addresses allowing(String... allowed) {
        return settings(Map.of("allowed", allowed)).addresses();
    }

    private static Addresses named(String... addresses) {
        return new Addresses(open().hosts(), open().ranges(), host -> Arrays.stream(addresses)
                .map(AddressesTest::address)
                .toArray(InetAddress[]::new));
    }

    private static InetAddress address(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }

    private static Problem refused(Addresses addresses, String url) {
        return assertThrows(Problem.class, () -> addresses.check(Target.of(url)), url);
    }
}
