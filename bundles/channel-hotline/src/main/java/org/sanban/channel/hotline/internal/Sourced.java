// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.hotline.internal;

/**
 * A number that nobody has laid down for the whole country, with where it was taken from.
 *
 * @param number working days, or how often
 * @param source 示例：山东省…
 */
public record Sourced(int number, String source) {
    private static final int LONGEST = 200;

    /**
     * Reads {@code 5|source}.
     *
     * @throws IllegalArgumentException when it is nothing of the kind
     */
    static Sourced of(String text) {
        String[] parts = text.strip().split("\\|", 2);
        if (parts.length != 2 || !parts[0].matches("[0-9]{1,3}") || parts[1].isBlank() || parts[1].length() > LONGEST) {
            throw new IllegalArgumentException(text);
        }
        return new Sourced(Integer.parseInt(parts[0]), parts[1].strip());
    }
}
