// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.matters;

import java.util.List;

/**
 * A one-thing package as the citizen needs it: its matters by name, and what to hand in altogether (R49).
 *
 * @param thing the package
 * @param parts its matters in order
 * @param materials what to hand in, what several matters ask for once
 * @param committedDays the longest committed limit of the matters that always belong to it, {@code null} when one is unknown
 * @param application how to apply for the matters that always belong to it; others are added to {@code matters}
 */
public record OneThingGuide(
        OneThing thing, List<Part> parts, List<Shared> materials, Integer committedDays, Application application) {
    public OneThingGuide {
        parts = List.copyOf(parts);
        materials = List.copyOf(materials);
    }

    /**
     * A matter of the package.
     *
     * @param matter its code
     * @param name its name
     * @param department its department
     * @param when in which situation it belongs to the package, {@code null} for always
     * @param inForce whether its guide is in force; no case starts under one that is not
     * @param version the version of its guide
     */
    public record Part(String matter, String name, String department, String when, boolean inForce, int version) {}

    /**
     * A material, handed in once for all matters that ask for it.
     *
     * @param name 居民身份证
     * @param originals how many originals, the most that one matter asks for
     * @param copies how many copies, the most that one matter asks for
     * @param required whether a matter that always belongs to the package cannot do without it
     * @param matters codes of the matters that ask for it
     */
    public record Shared(String name, int originals, int copies, boolean required, List<String> matters) {
        public Shared {
            matters = List.copyOf(matters);
        }
    }

    /**
     * How one application asks for several matters, as modes with a field for further matters take it: {@code matter}
     * and the answer {@code matters}.
     *
     * @param matter the first matter
     * @param matters the others
     */
    public record Application(String matter, List<String> matters) {
        public Application {
            matters = List.copyOf(matters);
        }
    }
}
