// SPDX-License-Identifier: Apache-2.0
package org.sanban.console.internal;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.sanban.api.cases.Workflow;
import org.sanban.api.data.Migrations;
import org.sanban.api.journal.JournalService.Delivery;
import org.sanban.api.problem.Problem;
import org.sanban.api.shell.Table;

/** What is there, what is not, and what an operator must look at. Fails when a part of core is missing. */
@Service
@Command(scope = "sanban", name = "status", description = "平台状态 / Shows what is there and what needs a look")
public final class StatusCommand extends SanbanCommand {
    private static final String ABSENT = "-";

    @Override
    void run(PrintStream out) {
        List<String> faults = new ArrayList<>();
        Table parts = table("part", "version", "state");
        services().forEach((noun, service) -> {
            String name = say("service." + noun);
            parts.row(name, version(service.get()), say(service.get() == null ? "absent.short" : "there"));
            if (service.get() == null) {
                faults.add(name);
            }
        });
        for (Migrations unit : console.units) {
            String name = say("unit", unit.unit());
            parts.row(name, version(unit), say(console.open(unit) ? "there" : "unit.closed"));
            if (!console.open(unit)) {
                faults.add(name);
            }
        }
        parts.print(out);
        console.faults().forEach(fault -> out.println(say("setting.wrong", fault)));
        modes(out);
        deliveries(out);
        if (!faults.isEmpty()) {
            throw Problem.unavailable(TEXTS.get("status.faults", String.join("、", faults)));
        }
    }

    private Map<String, Supplier<Object>> services() {
        Map<String, Supplier<Object>> services = new LinkedHashMap<>();
        services.put("cases", () -> console.cases);
        services.put("bookings", () -> console.bookings);
        services.put("journal", () -> console.journal);
        services.put("matters", () -> console.matters);
        services.put("registry", () -> console.registry);
        services.put("identity", () -> console.identity);
        return services;
    }

    private void modes(PrintStream out) {
        if (console.cases != null) {
            List<String> modes = console.cases().modes().stream()
                    .map((Workflow w) -> w.mode() + " v" + w.version() + " " + say(w.name()))
                    .toList();
            out.println(modes.isEmpty() ? say("modes.none") : say("modes", String.join("、", modes)));
        }
    }

    private void deliveries(PrintStream out) {
        if (console.journal == null) {
            return;
        }
        for (Delivery delivery : console.journal().deliveries(actor())) {
            if (!delivery.present() || delivery.parked() > 0) {
                out.println(say(
                        "delivery.look",
                        delivery.listener(),
                        say(delivery.present() ? "there" : "absent.short"),
                        delivery.parked()));
            }
        }
    }

    private static String version(Object service) {
        if (service == null) {
            return ABSENT;
        }
        Bundle bundle = FrameworkUtil.getBundle(service.getClass());
        return bundle == null ? "?" : bundle.getVersion().toString();
    }
}
