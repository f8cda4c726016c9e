// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.province.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.data.JdbcTransactions;

/** Which case an application of the provincial platform became, by the number it has there. */
@Component(service = Applications.class)
public final class Applications {
    private static final int PART = 50;

    private final JdbcTransactions transactions;
    private final InstantSource clock;

    @Activate
    public Applications(@Reference(target = "(osgi.jndi.service.name=sanban-province)") DataSource dataSource) {
        this(dataSource, InstantSource.system());
    }

    Applications(DataSource dataSource, InstantSource clock) {
        this.transactions = new JdbcTransactions(dataSource, "province");
        this.clock = clock;
    }

    /** The number here of an application, and since when. */
    record Registered(String number, Instant at) {}

    Optional<Registered> find(String project) {
        return transactions
                .rows(
                        "select number, created_at from province_application where project = ?",
                        row -> new Registered(row.getString(1), Moments.of(row.getLong(2))),
                        project)
                .stream()
                .findFirst();
    }

    /** Keeps which case an application became; whoever comes second finds the first. */
    Registered keep(String project, String number, String account) {
        return find(project).orElseGet(() -> {
            Instant now = clock.instant();
            transactions.in(connection -> {
                boolean there = !JdbcTransactions.rows(
                                connection,
                                "select number from province_application where project = ?",
                                row -> row.getString(1),
                                project)
                        .isEmpty();
                return there
                        ? 0
                        : JdbcTransactions.update(
                                connection,
                                "insert into province_application (project, number, account, created_at)"
                                        + " values (?, ?, ?, ?)",
                                project,
                                number,
                                account,
                                Moments.micros(now));
            });
            return find(project).orElseThrow();
        });
    }

    /** Numbers on the provincial platform by number here, of those that came from there. */
    Map<String, String> projects(Collection<String> numbers) {
        Map<String, String> projects = new HashMap<>();
        List<String> all = List.copyOf(new HashSet<>(numbers));
        for (int i = 0; i < all.size(); i += PART) {
            List<String> part = all.subList(i, Math.min(all.size(), i + PART));
            transactions
                    .rows(
                            "select number, project from province_application where number in ("
                                    + "?, ".repeat(part.size() - 1) + "?)",
                            row -> Map.entry(row.getString(1), row.getString(2)),
                            part.toArray())
                    .forEach(one -> projects.put(one.getKey(), one.getValue()));
        }
        return projects;
    }
}
