// SPDX-License-Identifier: Apache-2.0
package org.sanban.console.internal;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.sanban.api.cases.BookedTime;
import org.sanban.api.page.Page;
import org.sanban.api.shell.Table;
import org.sanban.api.web.Given;

/** When people and vehicles are taken. */
@Service
@Command(scope = "sanban", name = "booking-list", description = "预约时间 / Lists when people and vehicles are taken")
public final class BookingListCommand extends SanbanCommand {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @Option(name = "--resource", description = "person:登录账号 或 vehicle:车辆编码 / Whose times")
    String resource;

    @Option(name = "--division", description = "区划代码（12 位，含下级）/ Of cases in this division, with all below")
    String division;

    @Option(name = "--from", description = "从哪天起，默认今天 / First day, 2026-11-22; today where not given")
    String from;

    @Option(name = "--days", description = "多少天 / How many days")
    int days = 7;

    @Option(name = "--limit", description = "条数，1 至 200 / How many, 1 to 200")
    int limit = 50;

    @Option(name = "--after", description = "上一页给出的翻页标记 / Page key of the page before")
    String after;

    @Override
    void run(PrintStream out) {
        Instant start = Given.day("--from", from, LocalDate.now(ZONE))
                .atStartOfDay(ZONE)
                .toInstant();
        Page<BookedTime> page = console.bookings()
                .booked(resource, division, start, start.plus(Duration.ofDays(days)), page(after, limit), actor());
        Table table = table("from", "to", "way", "resource", "place", "number", "matter");
        for (BookedTime time : page.items()) {
            table.row(
                    time(time.booking().from()),
                    time(time.booking().to()),
                    time.booking().travelMinutes(),
                    time.booking().resource(),
                    time.booking().place(),
                    time.number(),
                    time.matterName());
        }
        table.print(out);
        more(out, page);
    }
}
