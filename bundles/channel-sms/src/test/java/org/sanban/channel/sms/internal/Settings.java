// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.sms.internal;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;

/** Settings as the file gives them: what is not said has its default. */
final class Settings {
    private final Map<String, Object> said = new HashMap<>();

    static Settings http(String base) {
        return new Settings()
                .set("form", "http")
                .set("http.url", base + "/send")
                .set("http.body", "{\"to\":\"{phone}\",\"text\":\"{text}\",\"id\":\"{id}\",\"sign\":\"{sign}\"}")
                .set("http.success", "/code=0")
                .set("http.refused", "/code=1001")
                .set("http.reference", "/data/id")
                .set("http.reason", "/msg");
    }

    static Settings smpp(int port) {
        return new Settings()
                .set("form", "smpp")
                .set("smpp.host", "127.0.0.1")
                .set("smpp.port", port)
                .set("smpp.systemId", SimulatedSmsc.SYSTEM_ID)
                .set("smpp.password", SimulatedSmsc.PASSWORD)
                .set("smpp.source", "10690000")
                .set("smpp.perSecond", 1000)
                .set("smpp.enquireSeconds", 1);
    }

    Settings set(String name, Object value) {
        said.put(name.replace('.', '_'), value);
        return this;
    }

    Config config() {
        return (Config) Proxy.newProxyInstance(
                Settings.class.getClassLoader(),
                new Class<?>[] {Config.class},
                (proxy, method, arguments) -> value(method));
    }

    private Object value(Method method) {
        Object value = said.getOrDefault(method.getName(), method.getDefaultValue());
        if (value instanceof String && method.getReturnType() != String.class) {
            // As Declarative Services says it.
            throw new IllegalStateException(new NumberFormatException("For input string: \"" + value + "\""));
        }
        return value;
    }
}
