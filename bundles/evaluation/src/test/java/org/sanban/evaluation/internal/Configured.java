// SPDX-License-Identifier: Apache-2.0
package org.sanban.evaluation.internal;

import java.lang.reflect.Proxy;
import java.util.Map;

/** Configuration with the defaults of its annotation, as Declarative Services would give it. */
final class Configured {
    private Configured() {}

    static Terms.Config terms(Map<String, Object> set) {
        return (Terms.Config) Proxy.newProxyInstance(
                Terms.Config.class.getClassLoader(),
                new Class<?>[] {Terms.Config.class},
                (proxy, method, arguments) -> set.getOrDefault(method.getName(), method.getDefaultValue()));
    }
}
