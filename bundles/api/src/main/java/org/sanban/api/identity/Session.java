// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.identity;

import java.time.Instant;

/**
 * What a login gives.
 *
 * @param token signed bearer token that any node accepts until it expires
 * @param expires when it stops being accepted
 * @param account whose it is
 */
public record Session(String token, Instant expires, Account account) {}
