// SPDX-License-Identifier: Apache-2.0
package org.sanban.web.internal;

import java.util.List;
import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.sanban.api.settings.Configured;

/** Whether operators have set something wrong. It is a warning: each key goes on as it was, or with its default. */
@Component(
        service = HealthCheck.class,
        property = {"hc.name=settings", "hc.tags=readiness"})
public final class SettingsCheck implements HealthCheck {
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    volatile List<Configured> parts = List.of();

    @Override
    public Result execute() {
        FormattingResultLog log = new FormattingResultLog();
        List<Configured> now = parts;
        now.stream().flatMap(part -> part.faults().stream()).forEach(fault -> log.warn("{}", fault));
        log.info("{} parts are set in files", now.size());
        return new Result(log);
    }
}
