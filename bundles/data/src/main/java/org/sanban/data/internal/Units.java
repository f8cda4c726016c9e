// SPDX-License-Identifier: Apache-2.0
package org.sanban.data.internal;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Dictionary;
import java.util.Enumeration;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.sanban.api.data.Migrations;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Migrates the tables of every bundle that registers {@link Migrations} and then publishes the pooled DataSource as
 * {@code sanban-<unit>}, for which the bundle's persistence unit waits. A unit that fails is said in the log and by the
 * health check, and holds up no other. While the database cannot be reached, which is usual when both start at once, it is
 * tried again; only what a bundle and a schema disagree on waits for somebody to mend it.
 */
@Component(service = Units.class, immediate = true)
public final class Units {
    private static final Logger LOG = LoggerFactory.getLogger(Units.class);
    private static final long FIRST_MILLIS = 500;
    private static final long LONGEST_MILLIS = 30_000;

    private final BundleContext context;
    private final DataSource dataSource;
    private final Migrator migrator;
    private final Map<String, ServiceRegistration<DataSource>> published = new ConcurrentHashMap<>();
    private final Map<String, Migrations> wanted = new ConcurrentHashMap<>();
    private final Map<String, String> faults = new ConcurrentHashMap<>();

    /** Migrations take their time; whoever binds or asks this component must not wait for them. */
    private final ScheduledThreadPoolExecutor worker = new ScheduledThreadPoolExecutor(1, task -> {
        Thread thread = new Thread(task, "sanban-migrate");
        thread.setDaemon(true);
        return thread;
    });

    @Activate
    public Units(BundleContext context, @Reference(target = "(osgi.jndi.service.name=sanban)") DataSource dataSource) {
        this.context = context;
        this.dataSource = dataSource;
        this.migrator = new Migrator(dataSource);
        worker.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** Migrates a unit and gives it the DataSource. */
    @Reference(
            service = Migrations.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC)
    public void add(Migrations migrations, ServiceReference<Migrations> reference) {
        String unit = migrations.unit();
        if (wanted.put(unit, migrations) == migrations) {
            // Declarative Services may add what comes while it starts a component twice.
            return;
        }
        withdraw(unit);
        faults.put(unit, "is being migrated");
        attempt(unit, migrations, reference.getBundle(), 0);
    }

    /** Takes the DataSource from a unit whose bundle goes; at once, while the bundle can still let go of it. */
    public void remove(Migrations migrations) {
        if (wanted.remove(migrations.unit(), migrations)) {
            withdraw(migrations.unit());
        }
    }

    @Deactivate
    void stop() {
        wanted.clear();
        // What runs is not interrupted: a database does not like that in the middle of a migration.
        worker.shutdown();
        published.keySet().forEach(this::withdraw);
    }

    private void attempt(String unit, Migrations migrations, Bundle bundle, long after) {
        try {
            worker.schedule(() -> migrate(unit, migrations, bundle, after), after, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("unit {} came after the stop", unit);
        }
    }

    private void migrate(String unit, Migrations migrations, Bundle bundle, long waited) {
        if (wanted.get(unit) != migrations) {
            return;
        }
        try {
            if (bundle == null) {
                throw new IOException("its bundle is gone");
            }
            int applied = migrator.migrate(unit, scripts(bundle, unit, migrator.database()));
            LOG.info("unit {} is ready, {} migrations applied", unit, applied);
            publish(unit, migrations);
        } catch (FlywayValidateException | IOException e) {
            LOG.error("unit {} stays away, its tables are not as its bundle knows them: {}", unit, e.getMessage());
            LOG.debug("unit {}", unit, e);
            faults.put(unit, String.valueOf(e.getMessage()));
        } catch (SQLException | RuntimeException e) {
            later(unit, migrations, bundle, waited, e);
        }
    }

    private void publish(String unit, Migrations migrations) {
        Dictionary<String, Object> properties = new Hashtable<>(Map.of("osgi.jndi.service.name", "sanban-" + unit));
        published.put(unit, context.registerService(DataSource.class, dataSource, properties));
        faults.remove(unit);
        if (wanted.get(unit) != migrations) {
            withdraw(unit);
        }
    }

    private void later(String unit, Migrations migrations, Bundle bundle, long waited, Exception why) {
        if (wanted.get(unit) != migrations) {
            return;
        }
        String fault = "is not ready and is tried again every %d s or sooner: %s"
                .formatted(LONGEST_MILLIS / 1000, firstLine(why));
        if (!fault.equals(faults.put(unit, fault))) {
            LOG.warn("unit {} {}", unit, fault);
            LOG.debug("unit {}", unit, why);
        }
        attempt(unit, migrations, bundle, Math.min(LONGEST_MILLIS, Math.max(FIRST_MILLIS, 2 * waited)));
    }

    /** What the driver said, which names the server; the pool's own words change with every attempt. */
    private static String firstLine(Exception why) {
        Throwable said = why;
        for (Throwable cause = why; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException) {
                said = cause;
            }
        }
        return String.valueOf(said.getMessage()).lines().findFirst().orElse("");
    }

    private void withdraw(String unit) {
        faults.remove(unit);
        ServiceRegistration<DataSource> registration = published.remove(unit);
        if (registration != null) {
            registration.unregister();
        }
    }

    /** What keeps units from being ready, by unit. */
    Map<String, String> faults() {
        return new TreeMap<>(faults);
    }

    /** Whether no migration runs any more. */
    boolean idle() {
        return worker.isTerminated();
    }

    DataSource dataSource() {
        return dataSource;
    }

    private static List<Migrator.Script> scripts(Bundle bundle, String unit, String database) throws IOException {
        List<Migrator.Script> scripts = new ArrayList<>();
        for (String folder : List.of("db/" + unit, "db/" + unit + "/" + database)) {
            Enumeration<URL> found = bundle.findEntries(folder, "*.sql", false);
            for (URL url : found == null ? List.<URL>of() : Collections.list(found)) {
                try (InputStream in = url.openStream()) {
                    String name = url.getPath().substring(url.getPath().lastIndexOf('/') + 1);
                    scripts.add(new Migrator.Script(name, new String(in.readAllBytes(), StandardCharsets.UTF_8)));
                }
            }
        }
        if (scripts.isEmpty()) {
            throw new IOException("bundle " + bundle.getSymbolicName() + " has no migrations under db/" + unit);
        }
        return scripts;
    }
}
