// SPDX-License-Identifier: Apache-2.0
package org.sanban.data.internal;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.ConnectException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Collections;
import java.util.Dictionary;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.apache.felix.hc.api.Result;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.sanban.api.data.Migrations;

class UnitsTest {
    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final Migrations UNIT = () -> "unit";

    @TempDir
    Path folder;

    private final Set<Object> published = ConcurrentHashMap.newKeySet();
    private final AtomicInteger registered = new AtomicInteger();
    private final CountDownLatch slow = new CountDownLatch(1);
    private HikariDataSource database;
    private volatile boolean down;
    private volatile boolean waits;
    private Units units;

    @BeforeEach
    void open() throws IOException {
        System.setProperty("derby.stream.error.file", "target/derby.log");
        database = new HikariDataSource();
        database.setJdbcUrl("jdbc:derby:memory:" + UUID.randomUUID() + ";create=true");
        Files.writeString(folder.resolve("V1__one.sql"), "create table t (id bigint primary key);");
        units = new Units(context(), fake(DataSource.class, (proxy, method, args) -> {
            if (waits) {
                slow.await(DEADLINE.toSeconds(), TimeUnit.SECONDS);
            }
            if (down) {
                SQLException refused = new SQLException("Connection to 10.0.0.9:5432 refused", new ConnectException());
                throw new SQLTransientConnectionException("timed out after " + System.nanoTime(), refused);
            }
            try {
                return method.invoke(database, args);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }

    @AfterEach
    void close() {
        units.stop();
        database.close();
    }

    @Test
    void aDatabaseThatComesLaterIsUsedThen() {
        down = true;
        units.add(UNIT, reference());
        until(() -> units.faults().getOrDefault("unit", "").contains("10.0.0.9:5432"));
        Result health = new DatabaseCheck(units).execute();
        assertEquals(Result.Status.CRITICAL, health.getStatus());
        assertTrue(health.toString().contains("10.0.0.9:5432"), health.toString());
        assertEquals(Set.of(), published);
        down = false;
        until(() -> published.contains("sanban-unit")
                && new DatabaseCheck(units).execute().getStatus() == Result.Status.OK);
    }

    @Test
    void aChangedMigrationIsNotTriedAgain() throws IOException {
        units.add(UNIT, reference());
        until(() -> published.contains("sanban-unit"));
        units.remove(UNIT);
        assertEquals(Set.of(), published);
        Files.writeString(folder.resolve("V1__one.sql"), "create table t (id integer primary key);");
        units.add(UNIT, reference());
        until(() -> units.faults().getOrDefault("unit", "").contains("checksum"));
        assertEquals(Set.of(), published);
    }

    @Test
    void aReplacedBundleKeepsItsDataSourceWhenTheOldOneGoes() {
        units.add(UNIT, reference());
        until(() -> published.contains("sanban-unit"));
        Migrations next = () -> "unit";
        units.add(next, reference());
        units.remove(UNIT);
        until(() -> units.faults().isEmpty());
        assertEquals(Set.of("sanban-unit"), published);
    }

    /** As Declarative Services does with what comes while it starts the component. */
    @Test
    void aUnitThatIsAddedTwiceIsPublishedOnce() {
        units.add(UNIT, reference());
        units.add(UNIT, reference());
        until(() -> published.contains("sanban-unit"));
        units.stop();
        until(units::idle);
        assertEquals(1, registered.get());
    }

    /** Declarative Services unbinds what is bound after it has deactivated the component. */
    @Test
    void aUnitMayComeAndGoAfterTheStop() {
        units.stop();
        assertDoesNotThrow(() -> units.add(UNIT, reference()));
        assertDoesNotThrow(() -> units.remove(UNIT));
    }

    @Test
    void nothingIsPublishedAfterTheStop() {
        waits = true;
        units.add(UNIT, reference());
        units.stop();
        waits = false;
        slow.countDown();
        until(units::idle);
        assertEquals(Set.of(), published);
    }

    private BundleContext context() {
        return fake(BundleContext.class, (proxy, method, args) -> {
            Object name = ((Dictionary<?, ?>) args[2]).get("osgi.jndi.service.name");
            published.add(name);
            registered.incrementAndGet();
            return fake(ServiceRegistration.class, (registration, unregister, none) -> {
                published.remove(name);
                return null;
            });
        });
    }

    @SuppressWarnings("unchecked")
    private ServiceReference<Migrations> reference() {
        Bundle bundle = fake(
                Bundle.class,
                (proxy, method, args) -> args[0].equals("db/unit")
                        ? Collections.enumeration(
                                List.of(folder.resolve("V1__one.sql").toUri().toURL()))
                        : null);
        return fake(ServiceReference.class, (proxy, method, args) -> bundle);
    }

    private static <T> T fake(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(UnitsTest.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static void until(BooleanSupplier condition) {
        long end = System.nanoTime() + DEADLINE.toNanos();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "not within " + DEADLINE);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }
}
