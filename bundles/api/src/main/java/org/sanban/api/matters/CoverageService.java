// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.matters;

import org.osgi.annotation.versioning.ProviderType;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;

/** The matrix of matters and channels (R134): what citizens can look up, know and book where. */
@ProviderType
public interface CoverageService {
    /**
     * Matters in force by code.
     *
     * @param missing only those that are not reached through this channel, {@code null} for all
     * @throws org.sanban.api.problem.Problem invalid, when the channel does not count
     */
    Page<Coverage> coverage(String missing, PageRequest page);

    /** The whole in numbers. */
    CoverageSummary summary();
}
