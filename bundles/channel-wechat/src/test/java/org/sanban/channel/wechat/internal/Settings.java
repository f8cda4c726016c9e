// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.wechat.internal;

import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;

/** What township IT writes into the file. */
final class Settings {
    static final String APP = "wx0000000000000001";
    static final String MINI = "wx0000000000000002";
    static final String KEY = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";

    private Settings() {}

    /** These keys and values; the defaults for the rest. */
    static WechatSettings of(Object... keysAndValues) {
        Map<String, Object> set = new HashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            set.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return new WechatSettings((WechatSettings.Config) Proxy.newProxyInstance(
                Settings.class.getClassLoader(),
                new Class<?>[] {WechatSettings.Config.class},
                (proxy, method, arguments) -> set.getOrDefault(method.getName(), method.getDefaultValue())));
    }

    /** A service account and a mini program whose other side is at an address. */
    static WechatSettings at(String url, Object... more) {
        Object[] all = new Object[more.length + 18];
        Object[] both = {
            "url",
            url,
            "appId",
            APP,
            "appSecret",
            "secret-1",
            "token",
            "token-1",
            "miniAppId",
            MINI,
            "miniAppSecret",
            "secret-2",
            "miniToken",
            "token-2",
            "coverMediaId",
            "cover-1",
            "author",
            "示例县"
        };
        System.arraycopy(both, 0, all, 0, both.length);
        System.arraycopy(more, 0, all, both.length, more.length);
        return of(all);
    }
}
