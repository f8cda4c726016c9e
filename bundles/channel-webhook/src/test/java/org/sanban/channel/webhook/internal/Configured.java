// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.webhook.internal;

import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.util.HashMap;
import java.util.Map;

/** Configuration with the defaults of its annotation, as Declarative Services would give it. */
final class Configured {
    private Configured() {}

    /** This machine may be sent to. */
    static WebhookSettings here(Object... more) {
        Map<String, Object> set = new HashMap<>();
        set.put("allowed", new String[] {"127.0.0.0/8"});
        for (int i = 0; i < more.length; i += 2) {
            set.put((String) more[i], more[i + 1]);
        }
        return new WebhookSettings(config(set), InetAddress::getAllByName);
    }

    static WebhookSettings.Config config(Map<String, Object> set) {
        return (WebhookSettings.Config) Proxy.newProxyInstance(
                WebhookSettings.Config.class.getClassLoader(),
                new Class<?>[] {WebhookSettings.Config.class},
                (proxy, method, arguments) -> set.getOrDefault(method.getName(), method.getDefaultValue()));
    }
}
