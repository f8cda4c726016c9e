// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.journal;

import org.sanban.api.cases.Case;

/**
 * What a listener is told.
 *
 * @param entry the entry
 * @param state its case as it is now, which may be later than the entry
 */
public record Told(JournalEntry entry, Case state) {}
