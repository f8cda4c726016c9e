// SPDX-License-Identifier: Apache-2.0
package org.sanban.modules.internal;

import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whether the modules that are wanted are there. One that is not is a warning: the others serve. */
@Component(
        service = HealthCheck.class,
        property = {"hc.name=modules", "hc.tags=readiness"})
public final class ModulesCheck implements HealthCheck {
    private final Inventory inventory;

    @Activate
    public ModulesCheck(@Reference Inventory inventory) {
        this.inventory = inventory;
    }

    @Override
    public Result execute() {
        FormattingResultLog log = new FormattingResultLog();
        if (inventory.settled()) {
            inventory.faults().forEach((feature, fault) -> log.warn("{}: {}", feature, fault));
            log.info("{} modules are wanted", inventory.wanted().names().size());
        } else {
            log.temporarilyUnavailable("the wanted modules are being installed");
        }
        return new Result(log);
    }
}
