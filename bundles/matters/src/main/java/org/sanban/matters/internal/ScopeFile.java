// SPDX-License-Identifier: Apache-2.0
package org.sanban.matters.internal;

import java.util.LinkedHashSet;
import java.util.Set;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;
import org.sanban.matters.internal.file.Rows;
import org.sanban.matters.internal.file.TableFile;

/** A list of matters in a table: the codes in its column 编码, whatever its other columns hold. */
final class ScopeFile {
    private static final Texts TEXTS = Texts.of(ScopeFile.class);

    private ScopeFile() {}

    /**
     * Reads the codes.
     *
     * @throws Problem invalid, naming each line without a code; or of a type that is not taken
     */
    static Set<String> codes(byte[] bytes) {
        Set<String> codes = new LinkedHashSet<>();
        Faults faults = new Faults();
        try (Peeked rows = new Peeked(TableFile.open(bytes))) {
            Header header = Header.find(rows, column -> column == Column.CODE);
            for (Rows.Row row = rows.next(); row != null; row = rows.next()) {
                if (row.number() > MatterImport.MOST_LINES + header.line()) {
                    throw Problem.invalid("content", TEXTS.get("lines.most", MatterImport.MOST_LINES));
                }
                String code = header.cell(row, Column.CODE);
                faults.check(row.blank() || !code.isEmpty(), "content", "scope.line", row.number());
                if (!code.isEmpty()) {
                    codes.add(code);
                }
            }
        }
        faults.check(!codes.isEmpty(), "content", "lines.none");
        faults.raise();
        return codes;
    }
}
