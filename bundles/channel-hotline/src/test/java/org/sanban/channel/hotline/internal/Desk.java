// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.hotline.internal;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.sanban.api.identity.Actor;
import org.sanban.api.identity.Role;
import org.sanban.api.matters.MatterService;
import org.sanban.api.page.PageRequest;
import org.sanban.api.test.FakeMatters;
import org.sanban.api.test.FakeRegistry;
import org.sanban.api.test.Samples;
import org.sanban.data.test.TestDatabase;

/** The whole bundle on a real database, on a Tuesday morning that goes on when it is told. */
public final class Desk implements AutoCloseable {
    static final String PHONE = "13800001234";
    static final Actor HOTLINE = actor("hotline-1", Orders.HOTLINE);
    static final Actor OTHER_HOTLINE = actor("hotline-2", Orders.HOTLINE);
    static final Actor CLERK = actor("clerk", Role.CLERK);
    static final Actor LEADER = actor("leader", Role.ADMIN);
    static final Actor CENTRE = actor("centre-12345", Role.SYSTEM);
    static final Actor ELSEWHERE = new Actor("other", "他镇（示例）", Set.of(Orders.HOTLINE), "610926101000", "rest");

    public final FakeCases cases = new FakeCases();
    public final FakeRegistry registry = new FakeRegistry(Samples.SITE);
    public final HotlineSettings settings;
    public final Requests requests;
    final TestDatabase database;
    final WeekdayCalendar calendar = new WeekdayCalendar();
    final HotlineStore store;
    final Courier courier;
    final Orders orders;
    final Appointments appointments;
    private Instant now = Instant.parse("2026-11-24T01:00:00Z");

    Desk(TestDatabase database, Map<String, Object> set) {
        MatterService matters = new FakeMatters(Samples.matter("m", 5));
        this.database = database;
        this.settings = Configured.settings(set);
        this.store = new HotlineStore(database.jpa());
        this.courier = new Courier(store, settings);
        this.orders = new Orders(store, settings, calendar, registry, matters, new FakeIdentity(), courier, this::now);
        this.appointments = new Appointments(orders, cases);
        this.requests = new Requests(store, orders);
    }

    /** On Derby. */
    public static Desk derby(Map<String, Object> set) {
        return new Desk(TestDatabase.derby("hotline"), set);
    }

    static Actor actor(String login, String role) {
        return new Actor(login, login + "（示例）", Set.of(role), Samples.TOWN, "rest");
    }

    public Instant now() {
        return now;
    }

    /** It is a later day, or the next year. */
    void at(String moment) {
        now = Instant.parse(moment);
    }

    /** An order of the centre's. */
    static Intake order(String number, Kind kind) {
        return new Intake(
                number,
                kind,
                "窗口没有人",
                "王示例",
                PHONE,
                null,
                Samples.SITE.code(),
                null,
                null,
                null,
                null,
                null,
                new Intake.Place("示例村一组", null, null, null));
    }

    /** Takes an order in from the centre. */
    Order taken(String number, Kind kind) {
        return orders.take(order(number, kind), CENTRE).order();
    }

    /** Does a step at the version the order has. */
    Order does(long id, Actor actor, String action, String assignee, String text) {
        int version = orders.get(id, LEADER).version();
        return orders.step(id, new Step(action, version, assignee, text, null, true), actor);
    }

    /** Assigns an order to the clerk, who answers it. */
    Order answered(long id) {
        does(id, HOTLINE, "assign", "clerk", null);
        return does(id, CLERK, "answer", null, "已安排专人值守");
    }

    int version(long id) {
        return orders.get(id, LEADER).version();
    }

    /** A filed request is answered. */
    public void answer(String number) {
        long id = orders.list(new Orders.Query(null, null, null, number, false, false), PageRequest.first(), LEADER)
                .items()
                .get(0)
                .id();
        answered(id);
    }

    @Override
    public void close() {
        try {
            courier.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        database.close();
    }
}
