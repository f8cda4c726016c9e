// SPDX-License-Identifier: Apache-2.0
package org.sanban.data.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.sanban.data.test.TestDatabase;

/** Several nodes that start at once on one empty PostgreSQL. */
class NodesTest {
    private static final int NODES = 4;

    @Test
    void eachMigrationIsAppliedOnceAndNoStatementFails() throws Exception {
        List<Migrator.Script> scripts = List.of(
                new Migrator.Script("V1__one.sql", "create table t (id bigint primary key, words ${text});"),
                new Migrator.Script("V2__two.sql", "insert into t values (1, 'once');"));
        Path log = Path.of("target/postgresql.log");
        Files.deleteIfExists(log);
        try (EmbeddedPostgres postgres = TestDatabase.server()
                .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start()) {
            List<Callable<Integer>> nodes = new ArrayList<>();
            List<HikariDataSource> pools = new ArrayList<>();
            for (int i = 0; i < NODES; i++) {
                HikariDataSource pool = new HikariDataSource();
                pool.setMaximumPoolSize(5);
                pool.setJdbcUrl(postgres.getJdbcUrl("postgres", "postgres"));
                pools.add(pool);
                Migrator migrator = new Migrator(pool);
                nodes.add(() -> migrator.migrate("first", scripts) + migrator.migrate("second", other()));
            }
            ExecutorService threads = Executors.newFixedThreadPool(NODES);
            int applied = 0;
            for (Future<Integer> node : threads.invokeAll(nodes)) {
                applied += node.get();
            }
            threads.shutdownNow();
            pools.forEach(HikariDataSource::close);
            assertEquals(3, applied);
        }
        String said = Files.readString(log);
        assertTrue(said.contains("shut down"), said);
        assertFalse(said.contains("ERROR"), said);
    }

    private static List<Migrator.Script> other() {
        return List.of(new Migrator.Script("V1__other.sql", "create table o (id bigint primary key);"));
    }
}
