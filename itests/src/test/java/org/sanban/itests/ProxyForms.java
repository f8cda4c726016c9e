// SPDX-License-Identifier: Apache-2.0
package org.sanban.itests;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is filled in where an agent helps or acts. */
final class ProxyForms {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private ProxyForms() {}

    static Map<String, Object> acting() {
        return new HashMap<>(Map.of("services", List.of("consult", "act"), "course", "whole"));
    }

    static Map<String, Object> helping() {
        return new HashMap<>(Map.of("services", List.of("guide", "help"), "course", "whole"));
    }

    static Map<String, Object> agreed(String... scope) {
        return Map.of("scope", List.of(scope), "validUntil", inAMonth());
    }

    static Map<String, Object> renewal(Rest who, String... scope) {
        Map<String, Object> renewal = new HashMap<>(agreed(scope));
        renewal.put("renewal", Sample.scan(who));
        return renewal;
    }

    static Map<String, Object> fee(Rest who, double amount) {
        return Map.of(
                "item", "证照工本费（示例）",
                "payee", "示例局",
                "amount", amount,
                "basis", "示例依据",
                "receipt", Sample.scan(who));
    }

    static Map<String, Object> part(String name, String account) {
        return Map.of("name", name, "account", account);
    }

    private static String inAMonth() {
        return LocalDate.now(ZONE).plusMonths(1).toString();
    }
}
