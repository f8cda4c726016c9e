// SPDX-License-Identifier: Apache-2.0
package org.sanban.data.internal;

import java.io.Reader;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.migration.JavaMigration;
import org.flywaydb.core.api.resource.LoadableResource;
import org.flywaydb.core.internal.resolver.ChecksumCalculator;

/** Brings the tables of a unit to the version its bundle knows, by Flyway. */
public final class Migrator {
    private static final Map<String, Map<String, String>> TYPES = Map.of(
            "derby", Map.of("text", "varchar(32000)", "bytes", "char(32) for bit data", "timestamp", "timestamp"),
            "postgresql", Map.of("text", "text", "bytes", "bytea", "timestamp", "timestamp(6)"));

    /** Key of the database's advisory lock: chosen by us, so that nothing else takes it. */
    private static final long ONE_NODE = 0x5A5BL << 32;

    /** The class of SQL states for what is not there, among others. */
    private static final String SYNTAX_OR_ACCESS = "42";

    private final DataSource dataSource;
    private volatile String database;

    /** Asks nothing yet. */
    public Migrator(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Which folder of a unit's migrations is this database's own; asked once.
     *
     * @throws SQLException when the database does not answer
     */
    public String database() throws SQLException {
        if (database == null) {
            try (Connection connection = dataSource.getConnection()) {
                String product = connection.getMetaData().getDatabaseProductName();
                database = product.contains("Derby") ? "derby" : "postgresql";
            }
        }
        return database;
    }

    /**
     * A migration.
     *
     * @param name {@code V1__cases.sql}
     * @param sql its text
     */
    public record Script(String name, String sql) {}

    /**
     * Applies what has not been applied.
     *
     * @return how many were applied
     * @throws org.flywaydb.core.api.FlywayException when one fails, an applied one was changed, or the schema is newer
     *     than these scripts know
     * @throws SQLException when the database cannot be reached
     */
    public int migrate(String unit, List<Script> scripts) throws SQLException {
        if (current(unit, scripts)) {
            return 0;
        }
        if (!database().equals("postgresql")) {
            return apply(unit, scripts);
        }
        // Nodes that make the history at once get into each other's way; Flyway's own lock needs it to be there.
        try (Connection connection = dataSource.getConnection();
                PreparedStatement lock = connection.prepareStatement("select pg_advisory_lock(?)");
                PreparedStatement unlock = connection.prepareStatement("select pg_advisory_unlock(?)")) {
            lock.setLong(1, ONE_NODE);
            lock.execute();
            try {
                return apply(unit, scripts);
            } finally {
                unlock.setLong(1, ONE_NODE);
                unlock.execute();
            }
        }
    }

    /** Whether exactly these scripts were applied: nearly every start, and Flyway takes a tenth of it to find out. */
    private boolean current(String unit, List<Script> scripts) throws SQLException {
        Map<String, Integer> known = new HashMap<>();
        scripts.forEach(script -> known.put(script.name(), ChecksumCalculator.calculate(new Resource(script))));
        String history = "\"" + unit + "_schema_history\"";
        boolean asked = database().equals("postgresql");
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            return (!asked || there(statement, history))
                    && applied(statement, history).equals(known);
        } catch (SQLException e) {
            if (e.getSQLState() == null || !e.getSQLState().startsWith(SYNTAX_OR_ACCESS)) {
                throw e;
            }
            // There is no history yet: Derby says that nowhere else, and to ask it before would cost each start.
            return false;
        }
    }

    /** Asked before, since PostgreSQL writes every statement that fails into its log. */
    private static boolean there(Statement statement, String table) throws SQLException {
        try (ResultSet row = statement.executeQuery("select to_regclass('" + table + "') is not null")) {
            return row.next() && row.getBoolean(1);
        }
    }

    private static Map<String, Integer> applied(Statement statement, String history) throws SQLException {
        Map<String, Integer> applied = new HashMap<>();
        try (ResultSet rows = statement.executeQuery(
                "select \"script\", \"checksum\", \"success\" from " + history + " where \"type\" = 'SQL'")) {
            while (rows.next()) {
                applied.put(rows.getString(1), rows.getBoolean(3) ? rows.getInt(2) : null);
            }
        }
        return applied;
    }

    private int apply(String unit, List<Script> scripts) throws SQLException {
        return Flyway.configure(Migrator.class.getClassLoader())
                .dataSource(dataSource)
                .loggers("slf4j")
                .table(unit + "_schema_history")
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .ignoreMigrationPatterns(new String[0])
                .locations(new String[0])
                .placeholders(TYPES.get(database()))
                .resourceProvider(new Scripts(scripts))
                .javaMigrationClassProvider(List::<Class<? extends JavaMigration>>of)
                .load()
                .migrate()
                .migrationsExecuted;
    }

    /** Scripts as Flyway looks them up. */
    private record Scripts(List<Script> scripts) implements ResourceProvider {
        @Override
        public LoadableResource getResource(String name) {
            return scripts.stream()
                    .filter(script -> script.name().equals(name))
                    .findFirst()
                    .map(Resource::new)
                    .orElse(null);
        }

        @Override
        public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
            return scripts.stream()
                    .filter(script -> script.name().startsWith(prefix)
                            && Arrays.stream(suffixes).anyMatch(script.name()::endsWith))
                    .<LoadableResource>map(Resource::new)
                    .toList();
        }
    }

    private static final class Resource extends LoadableResource {
        private final Script script;

        Resource(Script script) {
            this.script = script;
        }

        @Override
        public Reader read() {
            return new StringReader(script.sql());
        }

        @Override
        public String getAbsolutePath() {
            return script.name();
        }

        @Override
        public String getAbsolutePathOnDisk() {
            return script.name();
        }

        @Override
        public String getFilename() {
            return script.name();
        }

        @Override
        public String getRelativePath() {
            return script.name();
        }
    }
}
