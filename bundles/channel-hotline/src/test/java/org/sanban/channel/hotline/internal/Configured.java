// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.hotline.internal;

import java.lang.reflect.Proxy;
import java.util.Map;

/** Settings with the defaults of their annotation, as Declarative Services would give them. */
final class Configured {
    static final String SECRET = "shili-secret-0123456789";

    private Configured() {}

    static HotlineSettings settings(Map<String, Object> set) {
        return new HotlineSettings((HotlineSettings.Config) Proxy.newProxyInstance(
                HotlineSettings.Config.class.getClassLoader(),
                new Class<?>[] {HotlineSettings.Config.class},
                (proxy, method, arguments) -> set.getOrDefault(method.getName(), method.getDefaultValue())));
    }

    /** A centre at an address. */
    static Map<String, Object> centre(String url) {
        return Map.of("centreUrl", url, "centreSecret", SECRET, "retrySeconds", 1);
    }
}
