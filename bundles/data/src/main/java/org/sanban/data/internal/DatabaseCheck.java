// SPDX-License-Identifier: Apache-2.0
package org.sanban.data.internal;

import java.sql.Connection;
import java.sql.SQLException;
import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whether the database answers and every unit's tables are as its bundle knows them. */
@Component(
        service = HealthCheck.class,
        property = {"hc.name=database", "hc.tags=readiness", "hc.tags=database"})
public final class DatabaseCheck implements HealthCheck {
    private static final int SECONDS = 3;

    private final Units units;

    @Activate
    public DatabaseCheck(@Reference Units units) {
        this.units = units;
    }

    @Override
    public Result execute() {
        FormattingResultLog log = new FormattingResultLog();
        units.faults().forEach((unit, fault) -> log.critical("unit {}: {}", unit, fault));
        if (!units.faults().isEmpty()) {
            // A pool without a database makes callers wait longer than a health check may take.
            return new Result(log);
        }
        try (Connection connection = units.dataSource().getConnection()) {
            if (connection.isValid(SECONDS)) {
                log.info("the database answers");
            } else {
                log.critical("the database does not answer within {} s", SECONDS);
            }
        } catch (SQLException e) {
            log.critical("the database cannot be reached: {}", e.getMessage());
        }
        return new Result(log);
    }
}
