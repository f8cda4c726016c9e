// SPDX-License-Identifier: Apache-2.0
package org.sanban.modules.internal;

import java.util.List;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;
import org.sanban.api.problem.Text;

/**
 * A feature as a repository describes it.
 *
 * @param name its name
 * @param version its version
 * @param description what people call it, "Chinese / English"
 * @param details what it is for, the same way; may be {@code null}
 * @param needs features it names
 * @param locations addresses of its bundles
 * @param installed whether it is installed
 * @param required whether it is installed for its own sake
 */
record Part(
        String name,
        String version,
        String description,
        String details,
        List<Wish> needs,
        List<String> locations,
        boolean installed,
        boolean required) {
    private static final String BETWEEN = " / ";

    Part {
        needs = List.copyOf(needs);
        locations = List.copyOf(locations);
    }

    /** A feature that another one names, by an exact version or a range; without one any will do. */
    record Wish(String name, String version) {
        boolean fits(Part part) {
            if (!part.name.equals(name)) {
                return false;
            }
            if (version == null || version.isBlank() || version.equals("0.0.0")) {
                return true;
            }
            boolean range = version.startsWith("[") || version.startsWith("(");
            return range
                    ? VersionRange.valueOf(version).includes(parsed(part.version))
                    : parsed(version).equals(parsed(part.version));
        }
    }

    /** As Karaf names it: name/version. */
    String id() {
        return name + "/" + version;
    }

    Version number() {
        return parsed(version);
    }

    Text title() {
        return description == null || description.isBlank() ? Text.of(name) : text(description);
    }

    Text sentence() {
        return details == null || details.isBlank() ? null : text(details.strip());
    }

    private static Text text(String both) {
        int at = both.indexOf(BETWEEN);
        return at < 0
                ? Text.of(both)
                : new Text(
                        both.substring(0, at).strip(),
                        both.substring(at + BETWEEN.length()).strip());
    }

    /** A version as Maven or OSGi writes it. */
    private static Version parsed(String version) {
        try {
            return Version.parseVersion(version.replaceFirst("-", "."));
        } catch (IllegalArgumentException e) {
            return Version.emptyVersion;
        }
    }
}
