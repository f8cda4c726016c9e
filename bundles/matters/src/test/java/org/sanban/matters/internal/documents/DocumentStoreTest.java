// SPDX-License-Identifier: Apache-2.0
package org.sanban.matters.internal.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sanban.matters.internal.Catalogue.ADMIN;
import static org.sanban.matters.internal.Catalogue.actor;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sanban.api.cases.Attachment;
import org.sanban.api.cases.AttachmentService;
import org.sanban.api.identity.Actor;
import org.sanban.api.identity.Role;
import org.sanban.api.page.Page;
import org.sanban.api.problem.Problem;
import org.sanban.api.test.FakeRegistry;
import org.sanban.api.test.Samples;
import org.sanban.data.test.TestDatabase;
import org.sanban.matters.internal.documents.DocumentResource.RuleDocumentInput;

/** Rule documents on a real database. */
abstract class DocumentStoreTest {
    private TestDatabase database;
    private final Files files = new Files();
    private Documents documents;
    private DocumentResource door;

    abstract TestDatabase open();

    @BeforeEach
    void start() {
        database = open();
        documents = new Documents(new DocumentStore(database.jpa()), new FakeRegistry());
        documents.attachments = files;
        door = new DocumentResource(documents);
    }

    @AfterEach
    void stop() {
        database.close();
    }

    @Test
    void everyVersionIsKeptWithItsFile() throws IOException {
        RuleDocument first = publish(Samples.COUNTY, "onsite-service", "file-1");
        assertEquals(1, first.version());
        assertEquals(List.of(Samples.COUNTY + " file-1"), files.kept);
        assertEquals(first, publish(Samples.COUNTY, "onsite-service", "file-1"), "the same again");
        RuleDocument second = publish(Samples.COUNTY, "onsite-service", "file-2");
        assertEquals(2, second.version());
        assertEquals(second, door.get(Samples.COUNTY, "onsite-service"));
        assertNotNull(door.version(Samples.COUNTY, "onsite-service", 1).withdrawn());
        try (InputStream in = documents.file(Samples.COUNTY, "onsite-service", 1)) {
            assertEquals("content of file-1", new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
        assertTrue(files.reader.is(Role.SYSTEM) && files.reader.division().equals(Samples.COUNTY));
    }

    @Test
    void aDivisionFollowsItsOwnAndThoseAbove() {
        publish(Samples.COUNTY, "onsite-service", "file-1");
        publish(Samples.TOWN, "a-rule", "file-2");
        publish(Samples.COUNTY, "conduct", "file-3");
        Page<RuleDocument> page = door.find(Samples.TOWN, null, null, 2);
        assertEquals(List.of("conduct", "onsite-service"), codes(page));
        Page<RuleDocument> rest = door.find(Samples.TOWN, null, page.next(), 2);
        assertEquals(List.of("a-rule"), codes(rest));
        assertNull(rest.next());
        assertEquals(List.of("conduct", "onsite-service"), codes(door.find(Samples.COUNTY, "onsite", null, 20)));
        assertEquals(List.of(), codes(door.find(Samples.COUNTY, "proxy", null, 20)));
        RuleDocument withdrawn = door.withdraw(Samples.COUNTY, "conduct", ADMIN);
        assertNotNull(withdrawn.withdrawn());
        assertEquals(List.of("onsite-service"), codes(door.find(Samples.COUNTY, null, null, 20)));
        assertEquals(withdrawn, door.get(Samples.COUNTY, "conduct"));
        assertEquals(
                Problem.Kind.CONFLICT,
                assertThrows(Problem.class, () -> door.withdraw(Samples.COUNTY, "conduct", ADMIN))
                        .kind());
        assertEquals(2, publish(Samples.COUNTY, "conduct", "file-3").version(), "it comes back as a new version");
        assertThrows(Problem.class, () -> door.find(Samples.TOWN, null, "x", 2));
    }

    @Test
    void everythingWrongIsNamedAtOnce() {
        Problem problem = assertThrows(
                Problem.class,
                () -> door.publish(
                        Samples.COUNTY, "A B", new RuleDocumentInput("", " ", null, null, null, false, null), ADMIN));
        assertEquals(
                Set.of("code", "about", "title", "number", "issuer", "source", "attachment"),
                problem.violations().stream().map(Problem.Violation::field).collect(Collectors.toSet()));
        assertEquals(List.of(), files.kept);
        assertThrows(Problem.class, () -> door.publish(Samples.COUNTY, "x", null, ADMIN));
        for (Runnable look : List.<Runnable>of(
                () -> door.get(Samples.COUNTY, "none"),
                () -> door.version(Samples.COUNTY, "none", 1),
                () -> door.file(Samples.COUNTY, "none", 1),
                () -> door.find("610926199000", null, null, 20))) {
            assertEquals(
                    Problem.Kind.NOT_FOUND,
                    assertThrows(Problem.class, look::run).kind());
        }
    }

    @Test
    void withoutFilesItSaysSoAndTheListIsStillRead() {
        publish(Samples.COUNTY, "onsite-service", "file-1");
        documents.attachments = null;
        assertEquals(
                Problem.Kind.UNAVAILABLE,
                assertThrows(Problem.class, () -> publish(Samples.COUNTY, "onsite-service", "file-2"))
                        .kind());
        assertEquals(
                Problem.Kind.UNAVAILABLE,
                assertThrows(Problem.class, () -> documents.file(Samples.COUNTY, "onsite-service", 1))
                        .kind());
        assertEquals(1, door.get(Samples.COUNTY, "onsite-service").version());
    }

    @Test
    void onlyAnAdministratorOfTheDivisionPublishes() {
        for (Actor actor : List.of(actor(Samples.COUNTY, Role.CLERK), actor(Samples.TOWN, Role.ADMIN))) {
            assertEquals(
                    Problem.Kind.FORBIDDEN,
                    assertThrows(
                                    Problem.class,
                                    () -> door.publish(Samples.COUNTY, "onsite-service", input("file-1"), actor))
                            .kind());
        }
        assertEquals(
                1,
                door.publish(Samples.TOWN, "x", input("file-1"), actor(Samples.TOWN, Role.ADMIN))
                        .version());
    }

    private RuleDocument publish(String division, String code, String file) {
        return door.publish(division, code, input(file), ADMIN);
    }

    private static RuleDocumentInput input(String file) {
        return new RuleDocumentInput("“上门办”服务制度（示例）", null, "县审批局", "onsite", "测试", true, file);
    }

    private static List<String> codes(Page<RuleDocument> page) {
        return page.items().stream().map(RuleDocument::code).toList();
    }

    /** Files in memory. */
    private static final class Files implements AttachmentService {
        private final List<String> kept = new ArrayList<>();
        private Actor reader;

        @Override
        public Attachment store(InputStream content, String name, Actor actor) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void keep(List<String> ids, String division, String field, Actor actor) {
            ids.stream()
                    .map(id -> division + " " + id)
                    .filter(line -> !kept.contains(line))
                    .forEach(kept::add);
        }

        @Override
        public Attachment attachment(String id, Actor actor) {
            return new Attachment(
                    id, id + ".pdf", "application/pdf", 17, "0".repeat(64), Instant.EPOCH, actor.account());
        }

        @Override
        public InputStream content(String id, Actor actor) {
            reader = actor;
            return new ByteArrayInputStream(("content of " + id).getBytes(StandardCharsets.UTF_8));
        }
    }
}
