// SPDX-License-Identifier: Apache-2.0
package org.sanban.ledger.internal;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.sanban.api.cases.Attachment;
import org.sanban.api.cases.AttachmentService;
import org.sanban.api.identity.Actor;

/** Files whose id says their type: {@code png-1}, {@code pdf-1}. */
final class FakeAttachments implements AttachmentService {
    final List<String> kept = new ArrayList<>();

    @Override
    public Attachment store(InputStream content, String name, Actor actor) {
        return attachment("png-" + name, actor);
    }

    @Override
    public void keep(List<String> ids, String division, String field, Actor actor) {
        ids.forEach(id -> kept.add(division + " " + id));
    }

    @Override
    public Attachment attachment(String id, Actor actor) {
        String type = id.startsWith("png") ? "image/png" : "application/pdf";
        return new Attachment(id, id, type, 1, "0".repeat(64), Instant.EPOCH, actor.account());
    }

    @Override
    public InputStream content(String id, Actor actor) {
        return new ByteArrayInputStream(new byte[1]);
    }
}
