// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.tika.Tika;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.cases.Attachment;
import org.sanban.api.cases.AttachmentService;
import org.sanban.api.identity.Actor;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Files of cases and divisions, streamed to disk and told by their content. */
@Component(service = AttachmentService.class)
public final class AttachmentManager implements AttachmentService {
    private static final Logger LOG = LoggerFactory.getLogger(AttachmentManager.class);
    private static final Texts TEXTS = Texts.of(AttachmentManager.class);
    private static final Duration UNUSED = Duration.ofDays(7);
    private static final Set<String> TYPES = Set.of(
            "application/pdf",
            "application/ofd",
            "image/jpeg",
            "image/png",
            "application/msword",
            "application/vnd.ms-excel",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final AttachmentStore store;
    private final CaseStore cases;
    private final FileStore files;
    private final long largest;
    private final Tika tika = new Tika();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "sanban-attachments");
        thread.setDaemon(true);
        return thread;
    });

    @Activate
    public AttachmentManager(
            @Reference AttachmentStore store, @Reference CaseStore cases, @Reference CaseSettings settings) {
        this.store = store;
        this.cases = cases;
        this.files = new FileStore(folder(settings.files()));
        this.largest = settings.largest();
        timer.scheduleWithFixedDelay(this::cleanUp, 0, 1, TimeUnit.DAYS);
    }

    @Deactivate
    void stop() {
        timer.shutdown();
    }

    @Override
    public Attachment store(InputStream content, String name, Actor actor) {
        FileStore.Stored stored;
        try {
            stored = files.write(content, largest);
        } catch (IOException e) {
            throw Problem.unavailable(TEXTS.get("attachment.disk"));
        }
        try {
            AttachmentEntity row = new AttachmentEntity();
            row.id = stored.id();
            row.name = clean(name);
            row.type = type(stored.id(), row.name);
            row.size = stored.size();
            row.hash = stored.hash();
            row.storedAt = CaseList.micros(Instant.now());
            row.storedBy = actor.account();
            store.add(row);
            return view(row);
        } catch (RuntimeException e) {
            files.delete(stored.id());
            throw e;
        }
    }

    @Override
    public void keep(List<String> ids, String division, String field, Actor actor) {
        Set<String> all = Set.copyOf(ids);
        if (!all.isEmpty()) {
            store.keep(all, division, field, actor.account());
        }
    }

    @Override
    public Attachment attachment(String id, Actor actor) {
        return view(row(id, actor));
    }

    @Override
    public InputStream content(String id, Actor actor) {
        row(id, actor);
        try {
            return Files.newInputStream(files.path(id));
        } catch (IOException e) {
            LOG.warn("attachment {} cannot be read: {}", id, e.toString());
            throw Problem.unavailable(TEXTS.get("attachment.away", id));
        }
    }

    private AttachmentEntity row(String id, Actor actor) {
        AttachmentEntity row = id == null || !FileStore.isId(id) ? null : store.attachment(id);
        if (row == null || !seen(row, actor)) {
            throw Problem.notFound("attachment", String.valueOf(id));
        }
        return row;
    }

    private boolean seen(AttachmentEntity row, Actor actor) {
        if (row.caseId != null) {
            return CaseReader.seen(cases.find(row.caseId), actor);
        }
        return row.storedBy.equals(actor.account()) || (row.division != null && actor.sees(row.division));
    }

    private String type(String id, String name) {
        String type;
        try {
            type = tika.detect(files.path(id));
            if (type.equals("application/zip") || type.equals("application/x-tika-ooxml")) {
                type = Packages.type(files.path(id));
            } else if (type.equals("application/x-tika-msoffice")) {
                type = name.endsWith(".xls") ? "application/vnd.ms-excel" : "application/msword";
            }
        } catch (IOException e) {
            throw Problem.unavailable(TEXTS.get("attachment.disk"));
        }
        if (!TYPES.contains(type)) {
            throw Problem.unsupportedType("content", TEXTS.get("attachment.type", type));
        }
        return type;
    }

    /** A name for people: no path, no control characters, at most 120 characters. */
    static String clean(String name) {
        String last = name == null ? "" : name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String clean = last.replaceAll("[\\p{Cntrl}\\p{Cf}<>:\"|?*]", "").strip();
        int end = clean.offsetByCodePoints(0, Math.min(120, clean.codePointCount(0, clean.length())));
        return clean.isEmpty() ? "file" : clean.substring(0, end);
    }

    private void cleanUp() {
        try {
            clean();
        } catch (RuntimeException e) {
            LOG.warn("unused attachments could not be removed, tried again tomorrow: {}", e.toString());
            LOG.debug("unused attachments", e);
        }
    }

    /** Removes files that nothing named within a week. */
    void clean() {
        long before = CaseList.micros(Instant.now().minus(UNUSED));
        for (String id : store.unused(before)) {
            if (store.remove(id)) {
                files.delete(id);
            }
        }
    }

    private static Path folder(String configured) {
        return configured.isBlank()
                ? Path.of(System.getProperty("karaf.base", "."), "store", "files")
                : Path.of(configured);
    }

    private static Attachment view(AttachmentEntity row) {
        return new Attachment(
                row.id,
                row.name,
                row.type,
                row.size,
                Chain.hex(row.hash),
                CaseFile.instant(row.storedAt),
                row.storedBy);
    }
}
