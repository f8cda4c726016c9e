// SPDX-License-Identifier: Apache-2.0
package org.sanban.rating.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sanban.api.cases.Attachment;
import org.sanban.api.cases.AttachmentService;
import org.sanban.api.identity.Actor;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Text;
import org.sanban.api.tables.TableLine;
import org.sanban.api.tables.TableService;

/** Reads plain csv, and knows the attachments {@code a…}. */
final class FakeFiles implements TableService, AttachmentService {
    final List<String> kept = new ArrayList<>();

    @Override
    public List<TableLine> read(InputStream content, int most) {
        List<TableLine> lines = new ArrayList<>();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(content, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(new TableLine(lines.size() + 1, Arrays.asList(line.split(",", -1))));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }

    @Override
    public void keep(List<String> ids, String division, String field, Actor actor) {
        if (ids.stream().anyMatch(id -> !id.startsWith("a"))) {
            throw Problem.invalid(field, Text.of("unknown"));
        }
        kept.addAll(ids);
    }

    @Override
    public Attachment store(InputStream content, String name, Actor actor) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Attachment attachment(String id, Actor actor) {
        throw new UnsupportedOperationException();
    }

    @Override
    public InputStream content(String id, Actor actor) {
        throw new UnsupportedOperationException();
    }
}
