// SPDX-License-Identifier: Apache-2.0
package org.sanban.console.internal;

import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.sanban.api.page.Page;
import org.sanban.api.registry.Vehicle;
import org.sanban.api.shell.Table;

/** Vehicles by code. */
@Service
@Command(scope = "sanban", name = "vehicle-list", description = "上门服务车辆列表 / Lists vehicles")
public final class VehicleListCommand extends SanbanCommand {
    @Option(name = "--division", description = "区划代码（12 位，含下级）/ Division, with all below")
    @Completion(DivisionCompleter.class)
    String division;

    @Option(name = "--limit", description = "条数，1 至 200 / How many, 1 to 200")
    int limit = 20;

    @Option(name = "--after", description = "上一页给出的翻页标记 / Page key of the page before")
    String after;

    @Override
    void run(PrintStream out) {
        Page<Vehicle> page =
                console.registry().vehicles(division == null ? console.division() : division, page(after, limit));
        Table table = table("code", "name", "division", "active");
        for (Vehicle vehicle : page.items()) {
            table.row(vehicle.code(), vehicle.name(), vehicle.division(), say(vehicle.active() ? "yes" : "no"));
        }
        table.print(out);
        more(out, page);
    }
}
