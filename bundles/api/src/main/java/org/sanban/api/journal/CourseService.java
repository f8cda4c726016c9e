// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.journal;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Courses of cases for bundles that count: of some cases when entries of them arrive, of all cases from the first one on
 * when what was counted is to be made anew. Both read the same, so that counting once, twice or again from the beginning
 * comes to one result.
 */
@ProviderType
public interface CourseService {
    /** Most courses that are read at once. */
    int MAX = 500;

    /**
     * The courses of some cases with every entry that is in the journal now, in no order; of a number that no case has
     * there is none.
     *
     * @param numbers at most {@link #MAX}
     */
    List<Course> courses(Collection<String> numbers);

    /**
     * The courses that come after a place in the order of all cases.
     *
     * @param after {@link Course#id} of the last one read, 0 for the beginning
     * @param limit how many at most, up to {@link #MAX}
     * @return empty where nothing comes after
     */
    List<Course> courses(long after, int limit);

    /** The last day on which a running case due by then counts as near (黄) now. */
    LocalDate near();
}
