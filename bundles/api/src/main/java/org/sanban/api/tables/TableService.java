// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.tables;

import java.io.InputStream;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Reads tables that people send in, whatever program wrote them. */
@ProviderType
public interface TableService {
    /**
     * The lines of the first sheet of an xlsx file, or of a csv file (UTF-8 or GB18030), told by content. Blank lines are
     * left out.
     *
     * @param most how many lines are taken
     * @throws org.sanban.api.problem.Problem too large, of a type not taken, broken, or with more lines; the field is
     *     {@code content}
     */
    List<TableLine> read(InputStream content, int most);
}
