// SPDX-License-Identifier: Apache-2.0
package org.sanban.web.internal;

import java.util.ArrayList;
import java.util.List;
import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whether what every distribution offers is served. */
@Component(
        service = HealthCheck.class,
        configurationPid = "org.sanban.web.check",
        property = {"hc.name=web", "hc.tags=readiness"})
public final class ServedCheck implements HealthCheck {
    /** What can be set in {@code etc/org.sanban.web.check.cfg}. */
    public @interface Config {
        /** Addresses below {@code /api} that must be served. */
        String[] required() default {
            "/v1/sessions", "/v1/sites", "/v1/matters", "/v1/cases", "/v1/progress", "/v1/modules", "/soap/Case"
        };
    }

    private final Doors doors;
    private final List<String> required;

    @Activate
    public ServedCheck(@Reference Doors doors, Config config) {
        this.doors = doors;
        this.required = List.of(config.required());
    }

    @Override
    public Result execute() {
        FormattingResultLog log = new FormattingResultLog();
        List<String> missing = new ArrayList<>(required);
        missing.removeAll(doors.open().keySet());
        missing.forEach(address -> log.critical("/api{} is not served", address));
        log.info("{} addresses are served", doors.open().size());
        return new Result(log);
    }
}
