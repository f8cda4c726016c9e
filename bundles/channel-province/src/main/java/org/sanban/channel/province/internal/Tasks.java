// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.province.internal;

import java.util.HashMap;
import java.util.Map;

/**
 * A matter's codes in the exchange: taken from its own code where that is a national one (basic code of 12, implementation
 * code of 31, handling-item code of 33 characters), else as configured.
 */
final class Tasks {
    private static final int BASIC = 12;
    private static final int IMPLEMENTATION = 31;
    private static final int HANDLING = 33;
    /** 18 of the implementing body and one of the level stand before the basic code. */
    private static final int BEFORE = 19;

    private final Map<String, Task> configured = new HashMap<>();
    private final Map<String, String> matters = new HashMap<>();

    /**
     * Codes of a matter, {@code null} where one is not known.
     *
     * @param catalog basic code (基本编码)
     * @param task implementation code (实施编码)
     * @param item handling-item code (业务办理项编码)
     */
    record Task(String catalog, String task, String item) {}

    /**
     * @param pairs {@code catalog|task} or {@code catalog|task|item} by matter
     * @throws IllegalArgumentException naming what is neither
     */
    Tasks(Map<String, String> pairs) {
        pairs.forEach((matter, codes) -> {
            String[] parts = codes.split("\\|");
            if (parts.length < 2 || parts.length > 3) {
                throw new IllegalArgumentException(matter + "=" + codes);
            }
            Task task = new Task(parts[0], parts[1], parts.length == 3 ? parts[2] : null);
            configured.put(matter, task);
            matters.put(task.item() == null ? task.task() : task.item(), matter);
        });
    }

    Task of(String matter) {
        Task own = configured.get(matter);
        if (own != null) {
            return own;
        }
        return switch (matter.length()) {
            case BASIC -> new Task(matter, null, null);
            case IMPLEMENTATION -> new Task(matter.substring(BEFORE), matter, null);
            case HANDLING -> new Task(
                    matter.substring(BEFORE, IMPLEMENTATION), matter.substring(0, IMPLEMENTATION), matter);
            default -> new Task(null, null, null);
        };
    }

    /** The matter that a code of the province's means: what is not configured is the matter's own code. */
    String matter(String code) {
        return matters.getOrDefault(code, code);
    }
}
