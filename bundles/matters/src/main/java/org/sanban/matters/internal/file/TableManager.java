// SPDX-License-Identifier: Apache-2.0
package org.sanban.matters.internal.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.sanban.api.problem.Problem;
import org.sanban.api.tables.TableLine;
import org.sanban.api.tables.TableService;

/** The catalogue's reader of files, for bundles that import tables of their own. */
@Component(service = TableService.class)
public final class TableManager implements TableService {
    @Override
    public List<TableLine> read(InputStream content, int most) {
        List<TableLine> lines = new ArrayList<>();
        try (Rows rows = TableFile.open(bytes(content))) {
            for (Rows.Row row = rows.next(); row != null; row = rows.next()) {
                if (row.blank()) {
                    continue;
                }
                if (lines.size() == most) {
                    throw Problem.invalid(TableFile.FIELD, TableFile.TEXTS.get("lines", most));
                }
                lines.add(new TableLine(row.number(), row.cells()));
            }
        }
        return lines;
    }

    private static byte[] bytes(InputStream content) {
        try {
            return TableFile.read(content);
        } catch (IOException e) {
            throw Problem.invalid(TableFile.FIELD, TableFile.TEXTS.get("broken"));
        }
    }
}
