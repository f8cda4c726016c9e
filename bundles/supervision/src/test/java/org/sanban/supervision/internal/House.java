// SPDX-License-Identifier: Apache-2.0
package org.sanban.supervision.internal;

import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sanban.api.cases.Attachment;
import org.sanban.api.cases.AttachmentService;
import org.sanban.api.cases.WorkCalendar;
import org.sanban.api.identity.Actor;
import org.sanban.api.identity.Channel;
import org.sanban.api.identity.Role;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Text;
import org.sanban.api.test.FakeRegistry;
import org.sanban.api.test.Samples;
import org.sanban.data.test.TestDatabase;

/** The bundle's services on a real database, at a time that tests set. It begins on Monday, 2026-11-02. */
final class House implements AutoCloseable {
    static final String COUNTY = Samples.COUNTY;
    static final String TOWN = Samples.TOWN;
    static final String SITE = Samples.SITE.code();
    static final Actor SUPERVISOR = actor("supervisor", Role.SUPERVISOR, COUNTY);
    static final Actor COLLEAGUE = actor("supervisor2", Role.SUPERVISOR, COUNTY);
    static final Actor TOWN_SUPERVISOR = actor("town-supervisor", Role.SUPERVISOR, TOWN);
    static final Actor OTHER_TOWN = actor("other-supervisor", Role.SUPERVISOR, "610926101000");
    static final Actor CLERK = actor("clerk", Role.CLERK, TOWN);
    static final Actor OFFICER = actor("officer", Role.OFFICER, COUNTY);
    static final Actor ADMIN = actor("admin", Role.ADMIN, COUNTY);

    final Files files = new Files();
    final FakeRegistry registry = new FakeRegistry(Samples.SITE);
    final Rows rows;
    final NoticeStore store;
    final NoticeManager notices;
    final Inspections inspections;
    final Complaints complaints;
    final LateCases lateCases;
    final PlanManager plan;
    final Meetings meetings;
    final LeadingGroups groups;
    final Accountabilities accountabilities;
    final Watch watch;

    private final TestDatabase database;
    private LocalDate today = LocalDate.parse("2026-11-02");

    House(TestDatabase database) {
        this.database = database;
        InstantSource clock =
                () -> today.atTime(LocalTime.NOON).atZone(Days.ZONE).toInstant();
        WorkCalendar calendar = new Weekdays();
        this.rows = new Rows(database.jpa());
        this.store = new NoticeStore(rows, clock);
        this.notices = new NoticeManager(store, new Origins(rows), registry, files, calendar);
        this.inspections = new Inspections(rows, registry, files, clock);
        this.complaints = new Complaints(rows, registry, calendar, settings(1000), clock);
        this.lateCases = new LateCases(rows, registry);
        this.plan = new PlanManager(rows, registry, files, clock);
        this.meetings = new Meetings(rows, registry, files, clock);
        this.groups = new LeadingGroups(rows, registry, files, clock);
        this.accountabilities = new Accountabilities(rows, registry, clock);
        this.watch = new Watch(store, complaints);
    }

    /** Another node on the same database. */
    PlanManager anotherNode() {
        return new PlanManager(rows, registry, files, InstantSource.system());
    }

    /** Complaints that are bounded. */
    Complaints bounded(int perAddress) {
        return new Complaints(rows, registry, new Weekdays(), settings(perAddress), InstantSource.system());
    }

    void today(String day) {
        today = LocalDate.parse(day);
    }

    @Override
    public void close() {
        database.close();
    }

    static Actor actor(String login, String role, String division) {
        return new Actor(login, login + "（示例）", Set.of(role), division, Channel.REST);
    }

    /** The id of a file. */
    static String file(int number) {
        return String.format("%032x", number);
    }

    private static SupervisionSettings settings(int perAddress) {
        Map<String, Object> values = new HashMap<>(Map.of(
                "watch", 1,
                "complaintDays", 15,
                "complaintSource", "示例",
                "perAddress", perAddress,
                "perNode", 1000));
        return new SupervisionSettings((SupervisionSettings.Config) Proxy.newProxyInstance(
                House.class.getClassLoader(),
                new Class<?>[] {SupervisionSettings.Config.class},
                (proxy, method, arguments) -> values.get(method.getName())));
    }

    /** Monday to Friday of 2026 and before. */
    private static final class Weekdays implements WorkCalendar {
        @Override
        public boolean isWorkday(LocalDate day) {
            if (day.getYear() > 2026) {
                throw Problem.unavailable(Text.of("no calendar of " + day.getYear()));
            }
            return day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0;
        }

        @Override
        public Optional<LocalDate> plusWorkdays(LocalDate from, int days) {
            LocalDate day = from;
            for (int left = days; left > 0 && day.getYear() <= 2026; ) {
                day = day.plusDays(1);
                left -= day.getYear() > 2026 || isWorkday(day) ? 1 : 0;
            }
            return Optional.of(day).filter(last -> last.getYear() <= 2026);
        }

        @Override
        public boolean afterHours(Instant at) {
            throw new AssertionError("not asked for");
        }
    }

    /** Files that are there, by whom, and which division they are kept for. */
    static final class Files implements AttachmentService {
        final Map<String, String> kept = new HashMap<>();

        @Override
        public void keep(List<String> ids, String division, String field, Actor actor) {
            for (String id : ids) {
                if (id.equals(file(404)) || !division.equals(kept.getOrDefault(id, division))) {
                    throw Problem.invalid(field, Text.of("no such file"));
                }
                kept.put(id, division);
            }
        }

        @Override
        public Attachment store(InputStream content, String name, Actor actor) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Attachment attachment(String id, Actor actor) {
            throw new UnsupportedOperationException();
        }

        @Override
        public InputStream content(String id, Actor actor) {
            throw new UnsupportedOperationException();
        }
    }

    static List<String> files(int... numbers) {
        return Arrays.stream(numbers).mapToObj(House::file).toList();
    }

    static Instant at(String day) {
        return LocalDate.parse(day).atTime(LocalTime.NOON).atZone(Days.ZONE).toInstant();
    }
}
