// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.province.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.data.JdbcTransactions;

/** Lets one of several nodes that share the database do a thing, as long as it says that it is still at it. */
@Component(service = Leases.class)
public final class Leases {
    static final String SEND = "send";
    static final String RECONCILE = "reconcile";

    private final JdbcTransactions transactions;
    private final InstantSource clock;
    private final String me = UUID.randomUUID().toString();

    @Activate
    public Leases(@Reference(target = "(osgi.jndi.service.name=sanban-province)") DataSource dataSource) {
        this(dataSource, InstantSource.system());
    }

    Leases(DataSource dataSource, InstantSource clock) {
        this.transactions = new JdbcTransactions(dataSource, "province");
        this.clock = clock;
    }

    /** Takes or keeps a lease; false while another node has it. */
    boolean take(String name, Duration length) {
        Instant now = clock.instant();
        return transactions.update(
                        "update province_lease set owner = ?, until_at = ?"
                                + " where name = ? and (owner = ? or until_at < ?)",
                        me,
                        Moments.micros(now.plus(length)),
                        name,
                        me,
                        Moments.micros(now))
                > 0;
    }

    /** Gives it back, so that another node need not wait for its end. */
    void give(String name) {
        transactions.update("update province_lease set until_at = 0 where name = ? and owner = ?", name, me);
    }
}
