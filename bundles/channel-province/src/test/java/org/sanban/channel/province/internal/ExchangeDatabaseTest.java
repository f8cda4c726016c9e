// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.province.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.sanban.data.test.TestDatabase;

/** An exchange database across a line that goes quiet, or is not there: a real PostgreSQL. */
class ExchangeDatabaseTest extends ExchangeFixture {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Map<String, Object> TABLES =
            Map.of("way", "tables", "names", "UP_PRO_RESULT=x_result", "timeoutSeconds", 5);

    @Override
    TestDatabase open() {
        return TestDatabase.postgres("province");
    }

    @Test
    void oneThatGoesQuietInTheMiddleHoldsNobodyUpAndGetsEverythingOnce() throws Exception {
        statements(Files.readString(Path.of("src/test/resources/exchange.sql")));
        try (QuietLine line = new QuietLine(port())) {
            configure(TABLES, across(line));
            lives(A);
            line.quietAt("UP_PRO_PROCESS");
            assertTimeoutPreemptively(PATIENCE, () -> {
                while (channel.trouble() == null) {
                    sender.round();
                }
            });
            assertEquals(1, count("UP_PRO_ACCEPT"), "what came before is there");
            assertEquals(0, count("UP_PRO_PROCESS"));
            assertFalse(states().contains(State.PARKED), states().toString());
            assertTrue(channel.backlog().orElseThrow().since() != null, "it is behind, and says so");

            line.quietAt(null);
            sender.hurry();
            sendAll();
            assertTrue(states().stream().allMatch(State.SENT::equals), states().toString());
            assertEquals(3, count("UP_PRO_PROCESS"));
        }
    }

    @Test
    void oneThatIsNotThereIsWaitedFor() throws Exception {
        statements(Files.readString(Path.of("src/test/resources/exchange.sql")));
        QuietLine line = new QuietLine(port());
        line.close();
        configure(TABLES, across(line));
        lives(A);
        assertTimeoutPreemptively(PATIENCE, () -> sender.round());
        assertTrue(states().stream().allMatch(State.WAITING::equals), states().toString());
        assertFalse(province.status(ADMIN).trouble().isBlank());
        configure(TABLES);
        sendAll();
        assertTrue(states().stream().allMatch(State.SENT::equals), states().toString());
    }

    private int port() throws Exception {
        return Integer.parseInt(url().replaceAll(".*://[^:/]+:([0-9]+)/.*", "$1"));
    }

    private String url() throws Exception {
        try (Connection connection = database.dataSource().getConnection()) {
            return connection.getMetaData().getURL();
        }
    }

    private PGSimpleDataSource across(QuietLine line) throws Exception {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(url().replace(":" + port() + "/", ":" + line.port() + "/"));
        dataSource.setUser("postgres");
        dataSource.setConnectTimeout(5);
        dataSource.setLoginTimeout(10);
        return dataSource;
    }
}
