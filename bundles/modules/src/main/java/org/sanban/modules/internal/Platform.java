// SPDX-License-Identifier: Apache-2.0
package org.sanban.modules.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.sanban.api.modules.Piece;

/** Karaf's features and the framework's bundles, as this bundle uses them. */
interface Platform {
    /** Whether every bundle that is there at the start has been started. */
    boolean started();

    /** Features of all repositories. */
    List<Part> parts();

    /** Features of a repository that is not offered yet. */
    List<Part> read(Path repository) throws Refused;

    /** Offers the features of a repository; nothing is installed. */
    void offer(Path repository) throws Refused;

    /** Offers them no more. */
    void withdraw(Path repository) throws Refused;

    /** Installs features by id; an installed one of another version is updated. Nothing else is refreshed. All or nothing. */
    void install(Set<String> ids) throws Refused;

    /** Removes features by id, and what only they needed. Nothing else is refreshed. */
    void remove(Set<String> ids) throws Refused;

    /** The installed bundle of an address, {@code null} when there is none. */
    Piece piece(String location);

    /** Whether all components of the bundle of an address have the services they need; also when there is no such bundle. */
    boolean settled(String location);

    /** What Karaf says when it does not do what it was asked. */
    final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        Refused(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
