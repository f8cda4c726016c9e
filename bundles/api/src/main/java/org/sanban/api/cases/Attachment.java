// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.cases;

import java.time.Instant;

/**
 * A stored file. Its type is told by its content, never by its name; it is never executed and served only as a download.
 *
 * @param id opaque key, made by the service
 * @param name the name it was sent under, cleaned; for people only
 * @param type media type as its content shows
 * @param size bytes
 * @param hash SM3 of its content, 64 hex digits
 * @param storedAt when
 * @param storedBy account
 */
public record Attachment(
        String id, String name, String type, long size, String hash, Instant storedAt, String storedBy) {}
