// SPDX-License-Identifier: Apache-2.0
package org.sanban.data.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MigratorTest {
    private static final Migrator.Script ONE =
            new Migrator.Script("V1__one.sql", "create table t (id bigint primary key, words ${text}, hash ${bytes});");
    private static final Migrator.Script TWO =
            new Migrator.Script("V2__two.sql", "alter table t add column moment ${timestamp};");

    private HikariDataSource dataSource;
    private Migrator migrator;

    @BeforeEach
    void open() {
        System.setProperty("derby.stream.error.file", "target/derby.log");
        dataSource = new HikariDataSource();
        dataSource.setJdbcUrl("jdbc:derby:memory:" + UUID.randomUUID() + ";create=true");
        migrator = new Migrator(dataSource);
    }

    @AfterEach
    void close() {
        dataSource.close();
    }

    @Test
    void appliesWhatIsNewAndNothingTwice() throws SQLException {
        assertEquals(1, migrator.migrate("unit", List.of(ONE)));
        assertEquals(1, migrator.migrate("unit", List.of(ONE, TWO)));
        assertEquals(0, migrator.migrate("unit", List.of(ONE, TWO)));
    }

    @Test
    void unitsKeepHistoriesOfTheirOwn() throws SQLException {
        assertEquals(1, migrator.migrate("first", List.of(ONE)));
        Migrator.Script other = new Migrator.Script("V1__other.sql", "create table o (id bigint primary key);");
        assertEquals(1, migrator.migrate("second", List.of(other)));
    }

    @Test
    void aNewerSchemaIsRefused() throws SQLException {
        migrator.migrate("unit", List.of(ONE, TWO));
        FlywayException refused = assertThrows(FlywayException.class, () -> migrator.migrate("unit", List.of(ONE)));
        assertTrue(refused.getMessage().contains("2"), refused.getMessage());
    }

    @Test
    void whatIsThereIsSeenByOneQuestion() throws SQLException {
        migrator.migrate("unit", List.of(ONE, TWO));
        AtomicInteger connections = new AtomicInteger();
        Migrator next = new Migrator((DataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, args) -> {
                    connections.incrementAndGet();
                    return method.invoke(dataSource, args);
                }));
        assertEquals(0, next.migrate("unit", List.of(ONE, TWO)));
        assertEquals(2, connections.get(), "which database it is, and what was applied");
        assertEquals(0, next.migrate("unit", List.of(ONE, TWO)));
        assertEquals(3, connections.get(), "it stays the same database");
    }

    @Test
    void aMigrationThatFailedIsNotTakenForApplied() throws SQLException {
        migrator.migrate("unit", List.of(ONE));
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "update \"unit_schema_history\" set \"success\" = false where \"script\" = 'V1__one.sql'");
        }
        assertThrows(FlywayException.class, () -> migrator.migrate("unit", List.of(ONE)));
    }

    @Test
    void aChangedMigrationIsRefused() throws SQLException {
        migrator.migrate("unit", List.of(ONE));
        Migrator.Script changed = new Migrator.Script(ONE.name(), ONE.sql() + " create table sneaky (id bigint);");
        assertThrows(FlywayException.class, () -> migrator.migrate("unit", List.of(changed)));
    }
}
