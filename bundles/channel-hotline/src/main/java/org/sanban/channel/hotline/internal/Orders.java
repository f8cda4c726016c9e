// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.hotline.internal;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.cases.WorkCalendar;
import org.sanban.api.data.Moments;
import org.sanban.api.identity.Account;
import org.sanban.api.identity.Actor;
import org.sanban.api.identity.IdentityService;
import org.sanban.api.identity.Role;
import org.sanban.api.matters.MatterService;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;
import org.sanban.api.registry.Division;
import org.sanban.api.registry.RegistryService;

/** Work orders of 12345 (热线工单): taken in once, assigned, answered, called back, closed. */
@Component(service = Orders.class)
public final class Orders {
    /** The role of who answers the hotline (12345 or the service telephone). */
    public static final String HOTLINE = "hotline";

    /** Who may look at the orders of the own division. */
    static final String[] STAFF = {HOTLINE, Role.ADMIN, Role.SUPERVISOR, Role.OFFICER, Role.CLERK, Role.AGENT};

    /** Who may read what callers say, though not who they are. */
    static final String[] OVERSEERS = {HOTLINE, Role.ADMIN, Role.SUPERVISOR, Role.OFFICER};

    private static final Texts TEXTS = Texts.of(Orders.class);

    private final HotlineStore store;
    private final HotlineSettings settings;
    private final WorkCalendar calendar;
    private final RegistryService registry;
    private final MatterService matters;
    private final IdentityService identity;
    private final Courier courier;
    private final InstantSource clock;
    private final Steps steps;

    @Activate
    public Orders(
            @Reference HotlineStore store,
            @Reference HotlineSettings settings,
            @Reference WorkCalendar calendar,
            @Reference RegistryService registry,
            @Reference MatterService matters,
            @Reference IdentityService identity,
            @Reference Courier courier) {
        this(store, settings, calendar, registry, matters, identity, courier, InstantSource.system());
    }

    Orders(
            HotlineStore store,
            HotlineSettings settings,
            WorkCalendar calendar,
            RegistryService registry,
            MatterService matters,
            IdentityService identity,
            Courier courier,
            InstantSource clock) {
        this.store = store;
        this.settings = settings;
        this.calendar = calendar;
        this.registry = registry;
        this.matters = matters;
        this.identity = identity;
        this.courier = courier;
        this.clock = clock;
        this.steps = new Steps(settings, calendar);
    }

    /**
     * An order as it was taken in.
     *
     * @param order the order
     * @param repeated whether it was there already
     */
    public record Taken(Order order, boolean repeated) {}

    /**
     * Takes an order in, once: the same again under the same number is answered with the first.
     *
     * @throws Problem invalid, naming every wrong field; conflict, when the number is another order's; forbidden
     */
    public Taken take(Intake intake, Actor actor) {
        actor.require(HOTLINE, Role.SYSTEM);
        boolean open = actor.channel().equals(HotlineChannel.ID);
        OrderEntity.Via own = open ? OrderEntity.Via.OPEN311 : OrderEntity.Via.PHONE;
        return take(intake, intake.number() == null ? own : OrderEntity.Via.CENTRE, actor);
    }

    private Taken take(Intake intake, OrderEntity.Via via, Actor actor) {
        intake.check();
        String division = division(intake, actor);
        if (intake.matter() != null) {
            known("matter", () -> matters.matter(intake.matter()));
        }
        String hash = intake.hash();
        return store.in(ledger -> {
            OrderEntity there = intake.number() == null ? null : ledger.numbered(intake.number());
            if (there != null) {
                return repeated(ledger, there, hash, actor);
            }
            OrderEntity row = row(intake, division, via, hash, actor);
            ledger.add(row);
            row.number = intake.number() == null ? Intake.OWN + row.id : intake.number();
            StepEntity received = ledger.step(row, "receive", actor, null, clock.instant());
            return new Taken(views().whole(row, List.of(received), List.of(), actor), false);
        });
    }

    private Taken repeated(Ledger ledger, OrderEntity there, String hash, Actor actor) {
        if (!there.createdBy.equals(actor.account()) || !there.requestHash.equals(hash)) {
            throw Problem.conflict(TEXTS.get("number.taken", there.number));
        }
        return new Taken(whole(ledger, there, actor), true);
    }

    private OrderEntity row(Intake intake, String division, OrderEntity.Via via, String hash, Actor actor) {
        OrderEntity row = new OrderEntity();
        row.kind = intake.kind();
        row.state = State.RECEIVED;
        row.via = via;
        row.text = intake.text();
        row.callerName = intake.callerName();
        row.callerPhone = intake.callerPhone();
        row.division = division;
        row.town = Division.town(division);
        row.county = Division.county(division);
        row.site = intake.site();
        row.matter = intake.matter();
        row.caseNumber = intake.caseNumber();
        row.mode = intake.mode();
        row.wishedAt = intake.wishedAt() == null ? null : Moments.micros(intake.wishedAt());
        row.address = intake.place().address();
        row.lat = intake.place().lat();
        row.lng = intake.place().lng();
        row.media = intake.place().media();
        row.createdBy = actor.account();
        row.requestHash = hash;
        row.receivedAt = Moments.micros(clock.instant());
        steps.received(row, intake.dueOn());
        return row;
    }

    /** The site's, or the one that is named, or the actor's own; always one the actor sees. */
    private String division(Intake intake, Actor actor) {
        String named = intake.division() == null ? actor.division() : intake.division();
        String division = intake.site() == null
                ? known("division", () -> registry.division(named)).code()
                : known("site", () -> registry.site(intake.site())).division();
        if (!actor.sees(division)) {
            throw Problem.forbidden(TEXTS.get("division.foreign", division));
        }
        return division;
    }

    private static <T> T known(String field, Supplier<T> lookup) {
        try {
            return lookup.get();
        } catch (Problem unknown) {
            throw Problem.invalid(field, unknown.detail());
        }
    }

    /**
     * Which orders; what is {@code null} asks nothing.
     *
     * @param division with all below it
     * @param number its whole number
     * @param overdue only those past their limit and not answered
     * @param mine only those assigned to the actor
     */
    public record Query(String division, State state, Kind kind, String number, boolean overdue, boolean mine) {}

    /** Orders the actor may see, newest first: of the own division, or those that the own system has brought. */
    public Page<Order> list(Query query, PageRequest page, Actor actor) {
        boolean staff = actor.is(STAFF);
        if (!staff) {
            actor.require(Role.SYSTEM);
        }
        String prefix = staff || query.division() != null ? Sight.prefix(query.division(), actor) : null;
        LocalDate today = Moments.day(clock.instant());
        HotlineStore.Wanted wanted = new HotlineStore.Wanted(
                prefix,
                query.state(),
                query.kind(),
                query.number(),
                query.mine() ? actor.account() : null,
                staff ? null : actor.account(),
                query.overdue() ? today : null);
        Views views = views();
        return Page.of(store.orders(wanted, page), page, row -> Long.toString(row.id))
                .map(views::line);
    }

    /** One order with what was done. */
    public Order get(long id, Actor actor) {
        return store.in(ledger -> whole(ledger, ledger.read(id, actor), actor));
    }

    /**
     * Does a step.
     *
     * @throws Problem conflict, when the version is stale or the state does not allow it; forbidden; invalid
     */
    public Order step(long id, Step step, Actor actor) {
        actor.require(step.roles());
        if (step.action().equals("assign")) {
            String division = store.in(ledger -> ledger.read(id, actor)).division;
            assignable(step.assignee(), division, actor);
        }
        Order done = store.in(ledger -> {
            OrderEntity row = ledger.order(id, actor);
            if (row.version != step.version()) {
                throw Problem.conflict(TEXTS.get("stale", row.version, TEXTS.get("state." + row.state)));
            }
            steps.apply(new Steps.Matter(ledger, row, actor, clock.instant()), step);
            return whole(ledger, row, actor);
        });
        courier.poke();
        return done;
    }

    /** Only somebody who can log in and sees the order's division is named. */
    private void assignable(String login, String division, Actor actor) {
        try {
            // An officer may name a colleague too, who is looked up for the officer's division.
            Account account = identity.account(login, Actor.system(HotlineChannel.ID, actor.division()));
            boolean answers = account.roles().stream().anyMatch(Set.of(STAFF)::contains);
            if (account.active() && answers && Division.contains(account.division(), division)) {
                return;
            }
        } catch (Problem unknown) {
            // said below
        }
        throw Problem.invalid("assignee", TEXTS.get("assignee", String.valueOf(login)));
    }

    /**
     * Keeps an order that was done at once, when a case was made of it: once, however often it is told.
     *
     * @return its key
     */
    long booked(Intake intake, String caseNumber, Actor actor) {
        String number = Intake.OWN + caseNumber;
        String division = division(intake, actor);
        return store.in(ledger -> {
            OrderEntity there = ledger.numbered(number);
            if (there != null) {
                return there.id;
            }
            OrderEntity row = row(intake, division, OrderEntity.Via.PHONE, intake.hash(), actor);
            row.number = number;
            ledger.add(row);
            ledger.step(row, "receive", actor, null, clock.instant());
            Steps.Matter matter = new Steps.Matter(ledger, row, actor, clock.instant());
            steps.booked(matter, caseNumber);
            steps.closed(matter);
            return row.id;
        });
    }

    /** Whatever is done with an order beside the steps, in one transaction. */
    <T> T with(long id, Actor actor, Function<Steps.Matter, T> work) {
        T done = store.in(
                ledger -> work.apply(new Steps.Matter(ledger, ledger.order(id, actor), actor, clock.instant())));
        courier.poke();
        return done;
    }

    Steps steps() {
        return steps;
    }

    /** The order as the actor sees it, in a transaction. */
    Order whole(Ledger ledger, OrderEntity row, Actor actor) {
        return views().whole(row, ledger.steps(row.id), ledger.told(row.id), actor);
    }

    private Views views() {
        return new Views(calendar, settings.nearDays(), clock.instant());
    }
}
