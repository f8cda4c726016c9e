// SPDX-License-Identifier: Apache-2.0
package org.sanban.data.test;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import javax.sql.DataSource;
import org.apache.aries.jpa.template.EmConsumer;
import org.apache.aries.jpa.template.EmFunction;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.eclipse.persistence.jpa.PersistenceProvider;
import org.sanban.data.internal.Migrator;

/**
 * A fresh database for store tests, with the unit's real migrations (from {@code target/classes/db/<unit>}) and its real
 * {@code persistence.xml}: Derby in memory, or a PostgreSQL that lives as long as the test's JVM. Each unit is migrated
 * once on either; every test has a copy of that.
 */
public final class TestDatabase implements AutoCloseable {
    private static final String DERBY = "target/derby";
    private static final Duration STARTUP = Duration.ofMinutes(1);
    private static final Set<String> MIGRATED = new HashSet<>();
    private static EmbeddedPostgres postgres;

    private final HikariDataSource dataSource;
    private final EntityManagerFactory factory;

    private TestDatabase(String unit, String url) {
        this.dataSource = pool(url);
        this.factory = new PersistenceProvider()
                .createEntityManagerFactory(
                        unit,
                        Map.of(
                                "javax.persistence.nonJtaDataSource",
                                dataSource,
                                "eclipselink.weaving",
                                "false",
                                "eclipselink.session-name",
                                UUID.randomUUID().toString()));
    }

    /** Derby in memory. */
    public static synchronized TestDatabase derby(String unit) {
        System.setProperty("derby.stream.error.file", "target/derby.log");
        if (MIGRATED.add("derby " + unit)) {
            try (HikariDataSource made = pool("jdbc:derby:memory:" + unit + ";create=true");
                    Connection connection = made.getConnection();
                    CallableStatement copy = connection.prepareCall("call syscs_util.syscs_backup_database(?)")) {
                migrate(unit, made);
                copy.setString(1, DERBY);
                copy.execute();
            } catch (SQLException | IOException e) {
                throw new IllegalStateException(e);
            }
        }
        return new TestDatabase(unit, "jdbc:derby:memory:" + name() + ";createFrom=" + DERBY + "/" + unit);
    }

    /** A new database on PostgreSQL. */
    public static synchronized TestDatabase postgres(String unit) {
        try {
            if (postgres == null) {
                postgres = server().start();
            }
            if (MIGRATED.add("postgresql " + unit)) {
                try (HikariDataSource made = pool(created(unit, "template1"))) {
                    migrate(unit, made);
                }
            }
            return new TestDatabase(unit, created(name(), unit));
        } catch (IOException | SQLException e) {
            throw new IllegalStateException("PostgreSQL for tests could not be started", e);
        }
    }

    /**
     * A new PostgreSQL server, to be started. Its port lies below those that systems give to whoever asks for any: nobody
     * takes it in the seconds until the server is made and takes it.
     */
    public static EmbeddedPostgres.Builder server() throws IOException {
        return EmbeddedPostgres.builder().setPort(freePort()).setPGStartupWait(STARTUP);
    }

    private static int freePort() throws IOException {
        while (true) {
            try (ServerSocket free =
                    new ServerSocket(ThreadLocalRandom.current().nextInt(12_000, 22_000))) {
                return free.getLocalPort();
            } catch (BindException taken) {
                // Another one.
            }
        }
    }

    /** The pool. */
    public DataSource dataSource() {
        return dataSource;
    }

    /** Local transactions, as Aries gives them. */
    public JpaTemplate jpa() {
        return new LocalTemplate(factory);
    }

    @Override
    public void close() {
        // A unit that keeps its tables by plain JDBC has no persistence.xml.
        if (factory != null) {
            factory.close();
        }
        dataSource.close();
    }

    /** Makes a database on PostgreSQL that is a copy of another; returns where it is. */
    private static String created(String name, String from) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database \"" + name + "\" template \"" + from + "\"");
        }
        return postgres.getJdbcUrl("postgres", name);
    }

    private static String name() {
        return UUID.randomUUID().toString();
    }

    private static HikariDataSource pool(String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(10);
        return new HikariDataSource(config);
    }

    private static void migrate(String unit, DataSource dataSource) throws SQLException, IOException {
        Migrator migrator = new Migrator(dataSource);
        migrator.migrate(unit, scripts(unit, migrator.database()));
    }

    private static List<Migrator.Script> scripts(String unit, String database) throws IOException {
        List<Migrator.Script> scripts = new ArrayList<>();
        Path folder = Path.of("target/classes/db", unit);
        for (Path from : List.of(folder, folder.resolve(database))) {
            if (Files.isDirectory(from)) {
                try (Stream<Path> files = Files.list(from)) {
                    files.filter(file -> file.toString().endsWith(".sql")).forEach(file -> scripts.add(script(file)));
                }
            }
        }
        return scripts;
    }

    private static Migrator.Script script(Path file) {
        try {
            return new Migrator.Script(file.getFileName().toString(), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record LocalTemplate(EntityManagerFactory factory) implements JpaTemplate {
        @Override
        public <R> R txExpr(TransactionType type, EmFunction<R> code) {
            EntityManager em = factory.createEntityManager();
            try {
                em.getTransaction().begin();
                R result = code.apply(em);
                em.getTransaction().commit();
                return result;
            } finally {
                if (em.getTransaction().isActive()) {
                    em.getTransaction().rollback();
                }
                em.close();
            }
        }

        @Override
        public <R> R txExpr(EmFunction<R> code) {
            return txExpr(TransactionType.Required, code);
        }

        @Override
        public void tx(TransactionType type, EmConsumer code) {
            txExpr(type, em -> {
                code.accept(em);
                return null;
            });
        }

        @Override
        public void tx(EmConsumer code) {
            tx(TransactionType.Required, code);
        }
    }
}
