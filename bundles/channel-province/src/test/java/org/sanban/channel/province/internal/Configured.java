// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.province.internal;

import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/** Configuration with the defaults of its annotation, as Declarative Services would give it. */
public final class Configured {
    /** Made-up codes for everything that no published code is known for. */
    public static final String CODES = "apply_type.window=1, apply_type.online=2, applyer_page_type.person=S1,"
            + " applyer_page_type.organization=S2, get_type=1, event_name=9, event_name.accepted=2,"
            + " event_name.decided=5, result_type.approved=1, result_type.denied=2, result_type.refused=3,"
            + " result_type.withdrawn=4, result_type.terminated=5, is_delivery_results.yes=1,"
            + " is_delivery_results.no=0, cd_operation=I";

    private Configured() {}

    /** Everything that pushing to a simulated platform needs; keys lie where {@code karaf.etc} points. */
    public static Map<String, Object> push(String url) {
        return new HashMap<>(Map.of(
                "way", "rest",
                "url", url + "/push",
                "reconcileUrl", url + "/compare",
                "app", "shili-app",
                "privateKey", "demo-county.pem",
                "platformKey", "demo-platform.pem",
                "dataSource", "p61",
                "codes", CODES,
                "timeoutSeconds", 10,
                "site", "610926100000-01"));
    }

    /** The same as a file in etc. */
    public static String file(Map<String, Object> set) {
        Properties properties = new Properties();
        set.forEach((key, value) -> properties.put(key, value.toString()));
        StringBuilder lines = new StringBuilder();
        properties.forEach(
                (key, value) -> lines.append(key).append(" = ").append(value).append('\n'));
        return lines.toString();
    }

    static ProvinceChannel.Config config(Map<String, Object> set) {
        return (ProvinceChannel.Config) Proxy.newProxyInstance(
                ProvinceChannel.Config.class.getClassLoader(),
                new Class<?>[] {ProvinceChannel.Config.class},
                (proxy, method, arguments) -> set.getOrDefault(method.getName(), method.getDefaultValue()));
    }
}
