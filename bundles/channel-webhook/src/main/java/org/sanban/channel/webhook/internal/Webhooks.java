// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.webhook.internal;

import io.cloudevents.CloudEvent;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.data.Moments;
import org.sanban.api.identity.Actor;
import org.sanban.api.identity.Role;
import org.sanban.api.journal.JournalService;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;
import org.sanban.api.registry.Division;
import org.sanban.api.registry.RegistryService;

/** Subscriptions, as administrators keep those of their division and systems their own. */
@Component(service = Webhooks.class)
public final class Webhooks {
    private static final Texts TEXTS = Texts.of(Webhooks.class);

    private final WebhookStore store;
    private final WebhookSettings settings;
    private final Switchboard switchboard;
    private final Sender sender;
    private final AttemptLog log;
    private final JournalService journal;
    private final RegistryService registry;
    private final Supplier<Instant> clock;

    @Activate
    public Webhooks(
            @Reference WebhookStore store,
            @Reference WebhookSettings settings,
            @Reference Switchboard switchboard,
            @Reference Sender sender,
            @Reference AttemptLog log,
            @Reference JournalService journal,
            @Reference RegistryService registry) {
        this(store, settings, switchboard, sender, log, journal, registry, Instant::now);
    }

    Webhooks(
            WebhookStore store,
            WebhookSettings settings,
            Switchboard switchboard,
            Sender sender,
            AttemptLog log,
            JournalService journal,
            RegistryService registry,
            Supplier<Instant> clock) {
        this.store = store;
        this.settings = settings;
        this.switchboard = switchboard;
        this.sender = sender;
        this.log = log;
        this.journal = journal;
        this.registry = registry;
        this.clock = clock;
    }

    /**
     * Makes a subscription, told of what happens from a moment on.
     *
     * @param from the moment; one to come stands for now
     * @throws Problem invalid; conflict, when there are as many as may be
     */
    Subscription create(Wanted wanted, Instant from, Actor actor) {
        String division = checked(wanted, actor);
        SubscriptionEntity row = new SubscriptionEntity();
        wanted.into(row, division);
        row.version = 1;
        // Told of nothing, on any node, before its position in the journal is set.
        row.state = Subscription.State.PAUSED;
        row.secret = Secrets.random();
        row.account = actor.account();
        row.madeAt = Moments.micros(clock.get());
        row.changedAt = row.madeAt;
        Subscription made = store.add(row, settings.most());
        journal.rewind(made.listener(), from, platform(made));
        return change(made.id(), one -> one.state = Subscription.State.ACTIVE);
    }

    /** Those the caller may see, by id. */
    Page<Subscription> list(PageRequest page, Actor actor) {
        actor.require(Role.ADMIN, Role.SYSTEM);
        String account = actor.is(Role.ADMIN) ? null : actor.account();
        List<Subscription> found = store.list(Division.prefix(actor.division()), account, page);
        return Page.of(found, page, one -> Long.toString(one.id()));
    }

    /** @throws Problem not found */
    Subscription get(long id, Actor actor) {
        actor.require(Role.ADMIN, Role.SYSTEM);
        Subscription found = store.find(id);
        boolean own = actor.sees(found.filter().division())
                && (actor.is(Role.ADMIN) || actor.account().equals(found.account()));
        if (!own) {
            throw Problem.notFound(TEXTS.get("none", id));
        }
        return found;
    }

    /** How the journal stands with one, {@code null} before it was told anything. */
    JournalService.Delivery standing(Subscription subscription) {
        return journal.deliveries(platform(subscription)).stream()
                .filter(one -> one.listener().equals(subscription.listener()))
                .findFirst()
                .orElse(null);
    }

    /** @throws Problem not found; conflict, when it was changed meanwhile; invalid */
    Subscription change(long id, int version, Wanted wanted, Actor actor) {
        get(id, actor);
        String division = checked(wanted, actor);
        return change(id, row -> {
            if (row.version != version) {
                throw Problem.conflict(TEXTS.get("stale", row.version, version));
            }
            wanted.into(row, division);
        });
    }

    Subscription pause(long id, Actor actor) {
        get(id, actor);
        return change(id, row -> row.state = Subscription.State.PAUSED);
    }

    /** Has it told again, from where it was. */
    Subscription resume(long id, Actor actor) {
        get(id, actor);
        return change(id, row -> row.state = Subscription.State.ACTIVE);
    }

    /** Has it told again of everything from a moment on. */
    Subscription replay(long id, Instant from, Actor actor) {
        Subscription found = get(id, actor);
        journal.rewind(found.listener(), from, platform(found));
        return found;
    }

    /** Gives it a new secret; the one before signs on beside it for a while. */
    Subscription replaceSecret(long id, Actor actor) {
        get(id, actor);
        Instant until = clock.get().plus(settings.secretOverlap());
        return change(id, row -> row.replaceSecret(Secrets.random(), until));
    }

    /** Sends a test event now, whether or not it is told anything else. */
    Outcome test(long id, Actor actor) {
        Subscription to = get(id, actor);
        CloudEvent event = Events.test(to, sender.source(to.filter().division()), clock.get());
        Attempt attempt = new Attempt(id, event.getId(), event.getType());
        try (Line line = sender.line()) {
            Outcome outcome = sender.send(event, to, line);
            attempt.tried(outcome, clock.get());
            log.note(attempt);
            return outcome;
        }
    }

    /** What was last sent to it, the latest first; what other nodes sent, up to some seconds ago. */
    List<AttemptEntity> attempts(long id, Actor actor) {
        get(id, actor);
        log.write();
        return store.attempts(id, AttemptLog.KEPT);
    }

    void delete(long id, Actor actor) {
        get(id, actor);
        Subscription ended = change(id, row -> row.state = Subscription.State.ENDED);
        switchboard.forget(ended);
    }

    private Subscription change(long id, Consumer<SubscriptionEntity> change) {
        Subscription changed = store.change(id, clock.get(), change);
        switchboard.look();
        return changed;
    }

    /** Checks what is wanted; returns the division whose subtree it is about. */
    private String checked(Wanted wanted, Actor actor) {
        actor.require(Role.ADMIN, Role.SYSTEM);
        if (settings.fault().isPresent()) {
            throw Problem.unavailable(settings.fault().get());
        }
        wanted.check();
        String division = wanted.division() == null ? actor.division() : wanted.division();
        if (!actor.sees(registry.division(division).code())) {
            throw Problem.invalid("division", TEXTS.get("division", division));
        }
        settings.addresses().check(Target.of(wanted.url()));
        return division;
    }

    /** Positions in the journal are the platform's to move: a system is no administrator. */
    private static Actor platform(Subscription subscription) {
        return Actor.system("webhook", subscription.filter().division());
    }
}
