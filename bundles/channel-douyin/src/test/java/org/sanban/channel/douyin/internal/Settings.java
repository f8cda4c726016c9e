// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.douyin.internal;

import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;

/** What township IT writes into the file. */
final class Settings {
    static final String KEY = "tt0000000000000001";
    static final String SECRET = "secret-1";

    private Settings() {}

    /** These keys and values; the defaults for the rest. */
    static DouyinSettings of(Object... keysAndValues) {
        Map<String, Object> set = new HashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            set.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return new DouyinSettings((DouyinSettings.Config) Proxy.newProxyInstance(
                Settings.class.getClassLoader(),
                new Class<?>[] {DouyinSettings.Config.class},
                (proxy, method, arguments) -> set.getOrDefault(method.getName(), method.getDefaultValue())));
    }

    /** A mini program whose other side is at an address. */
    static DouyinSettings at(String url, String key, Object value) {
        return of("url", url, "clientKey", KEY, "clientSecret", SECRET, key, value);
    }

    static DouyinSettings at(String url) {
        return at(url, "page", "");
    }
}
