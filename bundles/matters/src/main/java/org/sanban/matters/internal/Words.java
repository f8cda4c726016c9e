// SPDX-License-Identifier: Apache-2.0
package org.sanban.matters.internal;

import java.util.Collection;
import java.util.stream.Collectors;
import org.sanban.api.problem.Text;

/** Names of columns in a sentence. */
final class Words {
    private Words() {}

    /** 办理条件、申请材料. */
    static Text list(Collection<Column> columns) {
        return new Text(
                columns.stream().map(c -> c.label().zh()).collect(Collectors.joining("、")),
                columns.stream().map(c -> c.label().en()).collect(Collectors.joining(", ")));
    }
}
