// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.modules;

import java.time.Instant;

/**
 * A bundle of a module.
 *
 * @param bundle symbolic name, or the address it comes from where that is all there is to know
 * @param version its version, may be {@code null}
 * @param bytes size of its jar, {@code null} when it is not on this machine
 * @param active whether it is installed and runs
 * @param since when it was installed or updated, {@code null} when it is not installed
 */
public record Piece(String bundle, String version, Long bytes, boolean active, Instant since) {}
