// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.web;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A JAX-RS resource class, annotated {@code @Path("/")} and registered as a service, is published under
 * {@code /api/v1/<path>} on a server of its own while it is registered, and is part of {@code /api/v1/openapi.json}.
 *
 * <p>A method may take {@code @Context Actor} (the caller; unauthenticated callers are refused unless the method or
 * class carries {@link Public}). It returns values and throws {@link org.sanban.api.problem.Problem}; it may return an
 * {@link org.sanban.api.page.Page}, whose {@code next} also becomes a {@code Link: rel="next"} header.
 */
@ConsumerType
public interface RestResource {
    /** First path segment under {@code /api/v1/}, small letters and {@code -}: {@code cases}. */
    String path();

    /**
     * Where it is published below {@code /api/}. Another address than the one here is for what a foreign standard
     * prescribes, as {@code hsds}: one segment, of which the resource then has all that lies below.
     */
    default String address() {
        return "v1/" + path();
    }
}
