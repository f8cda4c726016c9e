// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.webhook.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.sanban.api.identity.Actor;
import org.sanban.api.identity.Role;
import org.sanban.api.journal.JournalEntry.Kind;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;
import org.sanban.api.registry.Division;
import org.sanban.api.test.FakeRegistry;
import org.sanban.api.test.Samples;
import org.sanban.data.test.TestDatabase;

/** Subscriptions and what is told to them, on a real database and over real connections. */
abstract class WebhooksTest {
    private static final String OTHER_TOWN = "610926101000";
    private static final Actor COUNTY = actor("county", Role.ADMIN, Samples.COUNTY);
    private static final Actor TOWN = actor("town", Role.ADMIN, Samples.TOWN);
    private static final Actor ELSEWHERE = actor("other", Role.ADMIN, OTHER_TOWN);
    private static final Actor SYSTEM = actor("gis", Role.SYSTEM, Samples.TOWN);
    private static final Actor SYSTEM_2 = actor("erp", Role.SYSTEM, Samples.TOWN);
    private static final PageRequest ALL = new PageRequest(null, 200);

    private final SimulatedReceiver receiver = new SimulatedReceiver();
    private final FakeJournal journal = new FakeJournal();
    private final FakeRegistry registry =
            new FakeRegistry().with(new Division(OTHER_TOWN, "他镇（示例）", Division.Level.TOWN, Samples.COUNTY));
    private final WebhookSettings settings = Configured.here("most", 5);
    private TestDatabase database;
    private WebhookStore store;
    private AttemptLog log;
    private FakeFactory factory;
    private Switchboard switchboard;
    private Webhooks webhooks;
    private Instant now = Instant.now();

    abstract TestDatabase open();

    @BeforeEach
    void start() {
        database = open();
        store = new WebhookStore(database.jpa());
        log = new AttemptLog(store);
        Sender sender = new Sender(settings, (SSLSocketFactory) SSLSocketFactory.getDefault(), () -> now);
        factory = new FakeFactory(
                journal, one -> new Subscriber(Map.of(Subscriber.SUBSCRIPTION, one), sender, store, log));
        switchboard = new Switchboard(factory, store, log, journal);
        webhooks = new Webhooks(store, settings, switchboard, sender, log, journal, registry, () -> now);
    }

    @AfterEach
    void stop() {
        switchboard.stop();
        receiver.close();
        database.close();
    }

    @Test
    void aSubscriptionIsToldFromTheMomentItAsksFor() {
        Instant from = now.minusSeconds(3600);
        Subscription made = webhooks.create(wanted("示例"), from, SYSTEM);
        assertEquals(Subscription.State.ACTIVE, made.state());
        assertEquals(Samples.TOWN, made.filter().division());
        assertEquals(Map.of(made.listener(), from), journal.positions);
        assertEquals(Set.of(made.listener()), factory.running.keySet());
        Wanted narrow = new Wanted(
                "窄",
                receiver.url(),
                Set.of(Kind.ACCEPTED, Kind.CUSTODY_CHANGED),
                Set.of("window", "onsite"),
                Set.of("m", "事项/2"),
                Samples.TOWN,
                Format.BINARY);
        Subscription kept = store.find(webhooks.create(narrow, now, COUNTY).id());
        assertEquals(new Filter(narrow.kinds(), narrow.modes(), narrow.matters(), Samples.TOWN), kept.filter());
        assertEquals(Format.BINARY, kept.format());
        assertEquals("county", kept.account());
    }

    @Test
    void eachSeesWhatIsTheirs() {
        long own = webhooks.create(wanted("一"), now, SYSTEM).id();
        long beside = webhooks.create(wanted("二"), now, SYSTEM_2).id();
        long above = webhooks.create(wanted("三"), now, COUNTY).id();
        assertEquals(List.of(own), ids(SYSTEM));
        assertEquals(List.of(own, beside), ids(TOWN));
        assertEquals(List.of(own, beside, above), ids(COUNTY));
        assertEquals(List.of(), ids(ELSEWHERE));
        for (Executable forbidden : List.<Executable>of(
                () -> webhooks.get(beside, SYSTEM),
                () -> webhooks.pause(beside, SYSTEM),
                () -> webhooks.delete(above, TOWN),
                () -> webhooks.test(own, ELSEWHERE),
                () -> webhooks.replay(own, now, SYSTEM_2),
                () -> webhooks.replaceSecret(above, SYSTEM),
                () -> webhooks.attempts(above, TOWN),
                () -> webhooks.change(own, 2, wanted("x"), ELSEWHERE))) {
            refused(Problem.Kind.NOT_FOUND, forbidden);
        }
        refused(Problem.Kind.FORBIDDEN, () -> webhooks.list(ALL, Samples.clerk()));
        refused(Problem.Kind.FORBIDDEN, () -> webhooks.create(wanted("x"), now, Samples.clerk()));
        Page<Subscription> first = webhooks.list(new PageRequest(null, 2), COUNTY);
        assertEquals(List.of(above), ids(webhooks.list(new PageRequest(first.next(), 2), COUNTY)));
    }

    @Test
    void nobodySubscribesToMoreThanTheySee() {
        Problem far = refused(Problem.Kind.INVALID, () -> webhooks.create(wanted("x", Samples.COUNTY), now, TOWN));
        assertEquals("division", far.violations().get(0).field());
        refused(Problem.Kind.INVALID, () -> webhooks.create(wanted("x", OTHER_TOWN), now, SYSTEM));
        refused(Problem.Kind.NOT_FOUND, () -> webhooks.create(wanted("x", "610926999000"), now, COUNTY));
        long id = webhooks.create(wanted("一"), now, TOWN).id();
        refused(Problem.Kind.INVALID, () -> webhooks.change(id, 2, wanted("x", OTHER_TOWN), TOWN));
    }

    @Test
    void whatIsWrongIsNamedAndNothingIsKept() {
        Wanted wrong =
                new Wanted(null, receiver.url(), Set.of(), Set.of("Window!"), Set.of("a b", "c,d"), Samples.TOWN, null);
        Problem all = refused(Problem.Kind.INVALID, () -> webhooks.create(wrong, now, TOWN));
        assertEquals(
                List.of("name", "modes", "matters"),
                all.violations().stream().map(Problem.Violation::field).toList());
        Wanted inside = new Wanted("内网", "https://10.0.0.1/", Set.of(), Set.of(), Set.of(), Samples.TOWN, null);
        assertTrue(refused(Problem.Kind.INVALID, () -> webhooks.create(inside, now, TOWN))
                .detail()
                .zh()
                .contains("10.0.0.1"));
        assertEquals(List.of(), ids(COUNTY));
        assertEquals(Map.of(), journal.positions);
    }

    @Test
    void thereAreNotMoreThanConfigured() {
        for (int i = 0; i < 5; i++) {
            webhooks.create(wanted("第" + i), now, COUNTY);
        }
        assertTrue(refused(Problem.Kind.CONFLICT, () -> webhooks.create(wanted("多"), now, COUNTY))
                .detail()
                .zh()
                .contains("most"));
        webhooks.delete(ids(COUNTY).get(0), COUNTY);
        webhooks.create(wanted("补"), now, COUNTY);
    }

    @Test
    void theLongestFilterFits() {
        Set<String> matters = Set.copyOf(IntStream.range(0, 50)
                .mapToObj(i -> "%02d".formatted(i) + "项".repeat(78))
                .toList());
        Set<String> modes = Set.copyOf(IntStream.range(0, 20)
                .mapToObj(i -> "%02d".formatted(i) + "m".repeat(38))
                .toList());
        Wanted longest =
                new Wanted("名".repeat(100), receiver.url(), Set.of(Kind.values()), modes, matters, Samples.TOWN, null);
        Filter kept = store.find(webhooks.create(longest, now, TOWN).id()).filter();
        assertEquals(matters, kept.matters());
        assertEquals(Set.of(Kind.values()), kept.kinds());
    }

    @Test
    void pausedItIsToldNothingAndResumedItGoesOn() {
        Subscription made = webhooks.create(wanted("一"), now, TOWN);
        Instant before = journal.positions.get(made.listener());
        webhooks.pause(made.id(), TOWN);
        assertEquals(Set.of(), factory.running.keySet());
        webhooks.resume(made.id(), TOWN);
        assertEquals(Set.of(made.listener()), factory.running.keySet());
        assertEquals(before, journal.positions.get(made.listener()));
        Instant from = now.minus(Duration.ofDays(3));
        webhooks.replay(made.id(), from, TOWN);
        assertEquals(from, journal.positions.get(made.listener()));
    }

    @Test
    void aChangeReachesTheListenerThatRuns() {
        Subscription made = webhooks.create(wanted("一"), now, TOWN);
        Subscriber running = factory.running.get(made.listener());
        running.on(Sample.entry(1, Kind.ACCEPTED), Sample.state());
        Wanted narrower = new Wanted("一", receiver.url(), Set.of(Kind.DECIDED), Set.of(), Set.of(), Samples.TOWN, null);
        refused(Problem.Kind.CONFLICT, () -> webhooks.change(made.id(), 1, narrower, TOWN));
        webhooks.change(made.id(), made.version(), narrower, TOWN);
        running.on(Sample.entry(2, Kind.ACCEPTED), Sample.state());
        running.on(Sample.entry(3, Kind.DECIDED), Sample.state());
        assertEquals(List.of(Sample.NUMBER + "/1", Sample.NUMBER + "/3"), receiver.ids());
        assertEquals(running, factory.running.get(made.listener()));
    }

    @Test
    void anotherNodesChangesAreNoticed() {
        Subscription made = webhooks.create(wanted("一"), now, TOWN);
        FakeFactory there = new FakeFactory(journal, one -> factory.running.get(one.listener()));
        Switchboard other = new Switchboard(there, store, log, journal);
        other.look();
        assertEquals(Set.of(made.listener()), there.running.keySet());
        webhooks.pause(made.id(), TOWN);
        other.look();
        assertEquals(Set.of(), there.running.keySet());
        other.stop();
        webhooks.resume(made.id(), TOWN);
        other.look();
        assertEquals(Set.of(), there.running.keySet(), "what has stopped starts nothing");
    }

    @Test
    void aDeletedOneIsForgottenOnceEveryNodeHasNoticed() {
        Subscription made = webhooks.create(wanted("一"), now, TOWN);
        webhooks.test(made.id(), TOWN);
        journal.registered.add("elsewhere");
        webhooks.delete(made.id(), TOWN);
        refused(Problem.Kind.NOT_FOUND, () -> webhooks.get(made.id(), TOWN));
        assertEquals(Map.of(), journal.positions);
        // Another node saved where it was, a moment later.
        journal.positions.put(made.listener(), now);
        switchboard.look();
        assertEquals(1, store.all().size());
        database.jpa().tx(em -> em.createQuery("update SubscriptionEntity s set s.changedAt = 0")
                .executeUpdate());
        switchboard.look();
        assertEquals(List.of(), store.all());
        assertEquals(Map.of(), journal.positions);
        assertEquals(List.of(), store.attempts(made.id(), 10));
        log.write();
    }

    @Test
    void aSecretIsReplacedWhileBothAreGood() {
        Subscription made = webhooks.create(wanted("一"), now, TOWN);
        Subscription replaced = webhooks.replaceSecret(made.id(), TOWN);
        assertNotEquals(made.secrets().current(), replaced.secrets().current());
        assertEquals(made.secrets().current(), replaced.secrets().before());
        webhooks.test(made.id(), TOWN);
        String[] signed =
                receiver.received().get(0).headers().get("webhook-signature").split(" ");
        assertEquals(2, signed.length);
        now = now.plus(Duration.ofHours(25));
        webhooks.test(made.id(), TOWN);
        assertEquals(
                1, receiver.received().get(1).headers().get("webhook-signature").split(" ").length);
        WebhookView seen = WebhookView.of(store.find(made.id()), null);
        assertFalse(seen.toString().contains("whsec_"), seen.toString());
    }

    @Test
    void aTestSaysWhatCameBack() {
        Subscription made = webhooks.create(wanted("一"), now, TOWN);
        assertEquals(Outcome.State.TAKEN, webhooks.test(made.id(), TOWN).state());
        assertTrue(receiver.received().get(0).text().contains(Events.TEST));
        receiver.answers(503);
        assertEquals(503, webhooks.test(made.id(), TOWN).status());
        List<AttemptEntity> attempts = webhooks.attempts(made.id(), TOWN);
        assertEquals(2, attempts.size());
        assertEquals(
                Set.of(204, 503),
                Set.copyOf(attempts.stream().map(row -> row.status).toList()));
    }

    @Test
    void whatIsRefusedAndWhoIsDownAreToldApart() {
        Subscriber running = subscriber(webhooks.create(wanted("一"), now, TOWN));
        receiver.answers(500);
        unavailable(running, 1, "500");
        receiver.answers(400);
        Problem refused =
                refused(Problem.Kind.CONFLICT, () -> running.on(Sample.entry(1, Kind.ACCEPTED), Sample.state()));
        assertTrue(refused.detail().en().contains("400"));
        receiver.answers(204);
        running.on(Sample.entry(1, Kind.ACCEPTED), Sample.state());
        assertEquals(3, receiver.received().size());
        assertEquals(1, Set.copyOf(receiver.ids()).size(), "the same id each time");
    }

    @Test
    void aReceiverThatAsksForPatienceIsLeftAlone() {
        Subscription made = webhooks.create(wanted("一"), now, TOWN);
        Subscriber running = subscriber(made);
        receiver.answers(429, "Retry-After", "300");
        unavailable(running, 1, "429");
        receiver.answers(204);
        unavailable(running, 1, "left alone");
        assertEquals(1, receiver.received().size());
        running.becomes(made);
        running.on(Sample.entry(1, Kind.ACCEPTED), Sample.state());
        assertEquals(2, receiver.received().size(), "what is changed is tried at once");
    }

    @Test
    void oneThatIsGoneIsPausedAndSaysWhy() {
        Subscription made = webhooks.create(wanted("一"), now, TOWN);
        Subscriber running = subscriber(made);
        receiver.answers(410);
        unavailable(running, 1, "410");
        unavailable(running, 1, "left alone");
        assertEquals(1, receiver.received().size());
        Subscription seen = webhooks.get(made.id(), TOWN);
        assertEquals(Subscription.State.GONE, seen.state());
        assertTrue(WebhookView.of(seen, null).stateName().zh().contains("410"));
        switchboard.look();
        assertEquals(Set.of(), factory.running.keySet());
        assertEquals(
                1.0,
                switchboard.metrics().stream()
                        .filter(metric -> metric.labels().containsValue("gone"))
                        .findFirst()
                        .orElseThrow()
                        .value());
        receiver.answers(204);
        webhooks.resume(made.id(), TOWN);
        subscriber(made).on(Sample.entry(1, Kind.ACCEPTED), Sample.state());
        assertEquals(2, receiver.received().size());
    }

    @Test
    void theLastAttemptsAreKeptEachWithItsTries() {
        Subscription made = webhooks.create(wanted("一"), now, TOWN);
        Subscriber running = subscriber(made);
        receiver.answers(500);
        unavailable(running, 1, "500");
        assertEquals(1, webhooks.attempts(made.id(), TOWN).get(0).tries);
        unavailable(running, 1, "500");
        receiver.answers(204);
        running.on(Sample.entry(1, Kind.ACCEPTED), Sample.state());
        AttemptEntity taken = webhooks.attempts(made.id(), TOWN).get(0);
        assertEquals(3, taken.tries);
        assertEquals(Outcome.State.TAKEN, taken.state);
        assertNull(taken.whyZh);
        for (int part = 0; part < 3; part++) {
            for (int i = 0; i < 40; i++) {
                running.on(Sample.entry(2 + 40 * part + i, Kind.NOTED), Sample.state());
            }
            log.write();
        }
        List<AttemptEntity> last = webhooks.attempts(made.id(), TOWN);
        assertEquals(AttemptLog.KEPT, last.size());
        assertEquals(Sample.NUMBER + "/121", last.get(0).event);
        assertEquals(3, webhooks.standing(made).parked());
    }

    private Subscriber subscriber(Subscription of) {
        return factory.running.get(of.listener());
    }

    private static void unavailable(Subscriber told, int seq, String why) {
        Problem problem =
                refused(Problem.Kind.UNAVAILABLE, () -> told.on(Sample.entry(seq, Kind.ACCEPTED), Sample.state()));
        assertTrue(problem.detail().en().contains(why), problem.detail().en());
    }

    private Wanted wanted(String name) {
        return wanted(name, null);
    }

    private Wanted wanted(String name, String division) {
        return new Wanted(name, receiver.url(), Set.of(), Set.of(), Set.of(), division, null);
    }

    private List<Long> ids(Actor actor) {
        return ids(webhooks.list(ALL, actor));
    }

    private static List<Long> ids(Page<Subscription> page) {
        return page.items().stream().map(Subscription::id).toList();
    }

    private static Problem refused(Problem.Kind kind, Executable what) {
        Problem problem = assertThrows(Problem.class, what);
        assertEquals(kind, problem.kind(), problem.getMessage());
        return problem;
    }

    private static Actor actor(String login, String role, String division) {
        return new Actor(login, login + "（示例）", Set.of(role), division, "rest");
    }
}
