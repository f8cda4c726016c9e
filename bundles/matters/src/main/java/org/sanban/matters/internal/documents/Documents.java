// SPDX-License-Identifier: Apache-2.0
package org.sanban.matters.internal.documents;

import java.io.InputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javax.persistence.PersistenceException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.sanban.api.cases.Attachment;
import org.sanban.api.cases.AttachmentService;
import org.sanban.api.identity.Actor;
import org.sanban.api.identity.Role;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;
import org.sanban.api.registry.Division;
import org.sanban.api.registry.RegistryService;
import org.sanban.matters.internal.Faults;
import org.sanban.matters.internal.Race;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Rule documents of divisions (R79, R35, R36). Everybody may read what an administrator of the division publishes. */
@Component(service = Documents.class)
public final class Documents {
    private static final Logger LOG = LoggerFactory.getLogger(Documents.class);
    private static final Texts TEXTS = Texts.of(Documents.class);
    private static final String WORD = "[a-z0-9-]{1,40}";
    private static final String BETWEEN = ".";

    private final DocumentStore store;
    private final RegistryService registry;

    /** Files come with the cases, which need this bundle: they may not be there yet, or not now. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile AttachmentService attachments;

    @Activate
    public Documents(@Reference DocumentStore store, @Reference RegistryService registry) {
        this.store = store;
        this.registry = registry;
    }

    /** A document to be published, with the file that was stored for it. */
    record Wanted(
            String title,
            String number,
            String issuer,
            String about,
            String source,
            boolean sample,
            String attachment) {}

    /** What is in force in a division: its own documents and those of the divisions above. */
    Page<RuleDocument> inForce(String division, String about, PageRequest page) {
        List<String> divisions = Division.upward(registry.division(division).code());
        String[] after = page.after() == null ? null : page.after().split("\\.", 2);
        if (after != null && after.length != 2) {
            throw Problem.invalid("after", TEXTS.get("after", page.after()));
        }
        return Page.of(
                store.inForce(divisions, about, after, page.fetch()),
                page,
                document -> document.division() + BETWEEN + document.code());
    }

    /** The newest version, withdrawn or not. */
    RuleDocument newest(String division, String code) {
        return store.newest(division, code)
                .map(DocumentEntity::value)
                .orElseThrow(() -> Problem.notFound(TEXTS.get("missing", code)));
    }

    RuleDocument version(String division, String code, int version) {
        return row(division, code, version).value();
    }

    /** The file of a version; the caller closes it. */
    InputStream file(String division, String code, int version) {
        return files().content(row(division, code, version).attachment, reader(division));
    }

    RuleDocument publish(String division, String code, Wanted wanted, Actor actor) {
        administers(division, actor);
        Faults faults = new Faults();
        word("code", code, faults);
        word("about", wanted.about(), faults);
        faults.text("title", wanted.title(), 200);
        faults.optional("number", wanted.number(), 100);
        faults.text("issuer", wanted.issuer(), 100);
        faults.text("source", wanted.source(), 200);
        if (wanted.attachment() == null || wanted.attachment().isBlank()) {
            faults.add("attachment", TEXTS.get("attachment"));
        }
        faults.raise();
        AttachmentService files = files();
        Attachment file = files.attachment(wanted.attachment(), actor);
        files.keep(List.of(file.id()), division, "attachment", actor);
        DocumentEntity row = new DocumentEntity();
        row.division = division;
        row.code = code;
        row.title = wanted.title();
        row.number = wanted.number();
        row.issuer = wanted.issuer();
        row.about = wanted.about();
        row.source = wanted.source();
        row.sample = wanted.sample();
        row.attachment = file.id();
        row.fileName = file.name();
        row.fileSize = file.size();
        row.fileHash = file.hash();
        try {
            RuleDocument published = store.publish(row, now(), actor.account());
            LOG.info("document {} of {} is in force in version {}", code, division, published.version());
            return published;
        } catch (PersistenceException e) {
            throw Race.lost(e) ? Problem.conflict(TEXTS.get("raced")) : e;
        }
    }

    RuleDocument withdraw(String division, String code, Actor actor) {
        administers(division, actor);
        newest(division, code);
        RuleDocument withdrawn = store.withdraw(division, code, now(), actor.account())
                .orElseThrow(() -> Problem.conflict(TEXTS.get("withdrawn.already", code)));
        LOG.info("document {} of {} is withdrawn", code, division);
        return withdrawn;
    }

    private AttachmentService files() {
        AttachmentService there = attachments;
        if (there == null) {
            throw Problem.unavailable(TEXTS.get("files"));
        }
        return there;
    }

    private DocumentEntity row(String division, String code, int version) {
        return store.version(division, code, version)
                .orElseThrow(() -> Problem.notFound(TEXTS.get("missing", code + " / " + version)));
    }

    private void administers(String division, Actor actor) {
        actor.require(Role.ADMIN);
        if (!actor.sees(registry.division(division).code())) {
            throw Problem.forbidden(TEXTS.get("division.foreign", division));
        }
    }

    private static void word(String field, String word, Faults faults) {
        if (word == null || !word.matches(WORD)) {
            faults.add(field, TEXTS.get("word"));
        }
    }

    /** Files are kept for their division: what was published is read in its name, by whoever asks. */
    private static Actor reader(String division) {
        return Actor.system("documents", division);
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
