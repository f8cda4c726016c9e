// SPDX-License-Identifier: Apache-2.0
package org.sanban.messages.internal;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.cases.CaseService;
import org.sanban.api.channel.MessageService;
import org.sanban.api.data.Moments;
import org.sanban.api.identity.Actor;
import org.sanban.api.identity.Role;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;
import org.sanban.api.problem.Tries;

/** Keeps who is reached where, and what channels say of messages later. */
@Component(service = MessageService.class)
public final class MessageManager implements MessageService {
    private static final Texts TEXTS = Texts.of(MessageManager.class);
    private static final int CODES = 100_000_000;
    private static final int MOST = 100;

    private final MessageStore store;
    private final Settings settings;
    private final CaseService cases;
    private final Receipts receipts;
    private final Fallback fallback;
    private final People people;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    private final Tries tries;

    @Activate
    public MessageManager(
            @Reference MessageStore store,
            @Reference Settings settings,
            @Reference CaseService cases,
            @Reference Fallback fallback) {
        this(store, settings, cases, fallback, InstantSource.system());
    }

    MessageManager(MessageStore store, Settings settings, CaseService cases, Fallback fallback, InstantSource clock) {
        this.store = store;
        this.settings = settings;
        this.cases = cases;
        this.receipts = new Receipts(store, settings, clock);
        this.fallback = fallback;
        this.people = new People(store.key());
        this.clock = clock;
        this.tries = new Tries(5, Duration.ofMinutes(10), minutes -> TEXTS.get("code.tries", minutes), clock);
    }

    @Override
    public String code(String number, Actor actor) {
        actor.require(Role.CLERK, Role.OFFICER, Role.AGENT, Role.ADMIN, Role.SYSTEM);
        String person = people.hash(cases.get(number, actor).applicant().idNumber());
        String code = String.format("%08d", random.nextInt(CODES));
        long now = Moments.micros(clock.instant());
        store.in(em -> {
            em.createQuery("delete from CodeEntity c where c.expiresAt <= :now")
                    .setParameter("now", now)
                    .executeUpdate();
            CodeEntity row = new CodeEntity();
            row.code = people.hash(code);
            row.person = person;
            row.expiresAt = Moments.micros(clock.instant().plus(settings.code()));
            return em.merge(row);
        });
        return code;
    }

    @Override
    public void bind(String channel, String address, String code) {
        checked(channel, address);
        String given = code == null ? "" : code.strip();
        String who = channel + ":" + address;
        tries.check(who);
        boolean bound = given.matches("[0-9]{8}") && store.in(em -> bind(em, channel, address, given));
        if (!bound) {
            tries.count(who);
            throw Problem.invalid("code", TEXTS.get("code.wrong"));
        }
        tries.forget(who);
    }

    private boolean bind(EntityManager em, String channel, String address, String code) {
        // The row is taken out in one statement, so that a code is good once.
        List<CodeEntity> found = em.createQuery(
                        "select c from CodeEntity c where c.code = :code and c.expiresAt > :now", CodeEntity.class)
                .setParameter("code", people.hash(code))
                .setParameter("now", Moments.micros(clock.instant()))
                .getResultList();
        if (found.isEmpty()
                || em.createQuery("delete from CodeEntity c where c.code = :code")
                                .setParameter("code", found.get(0).code)
                                .executeUpdate()
                        == 0) {
            return false;
        }
        BindingEntity row = em.find(BindingEntity.class, new AddressKey(channel, address));
        if (row == null) {
            row = new BindingEntity();
            row.channel = channel;
            row.address = address;
        }
        row.person = found.get(0).person;
        row.language = row.language == null ? "zh" : row.language;
        row.active = true;
        row.since = Moments.micros(clock.instant());
        em.merge(row);
        return true;
    }

    @Override
    public void language(String channel, String address, Locale language) {
        checked(channel, address);
        store.in(em -> {
            BindingEntity row =
                    em.find(BindingEntity.class, new AddressKey(channel, address), LockModeType.PESSIMISTIC_WRITE);
            if (row != null) {
                row.language = Locale.ENGLISH.getLanguage().equals(language.getLanguage()) ? "en" : "zh";
            }
            return null;
        });
    }

    @Override
    public void unbind(String channel, String address) {
        checked(channel, address);
        String kept = settings.phones(channel) ? AddressKey.ofPhone(channel, address).address : address;
        store.in(em -> {
            BindingEntity row = new BindingEntity();
            row.channel = channel;
            row.address = kept;
            row.language = "zh";
            row.active = false;
            row.since = Moments.micros(clock.instant());
            em.merge(row);
            em.createQuery("delete from ConsentEntity c where c.channel = :channel and c.address = :address")
                    .setParameter("channel", channel)
                    .setParameter("address", address)
                    .executeUpdate();
            return null;
        });
    }

    @Override
    public void consent(String channel, String address, String template, int more) {
        checked(channel, address);
        if (template == null || template.isBlank() || template.length() > 120) {
            throw Problem.invalid("template", TEXTS.get("consent.template"));
        }
        if (more < 1 || more > MOST) {
            throw Problem.invalid("more", TEXTS.get("consent.more", MOST));
        }
        store.in(em -> {
            ConsentEntity row = MessageStore.locked(em, channel, address, template);
            if (row == null) {
                row = new ConsentEntity();
                row.channel = channel;
                row.address = address;
                row.template = template;
                em.persist(row);
            }
            row.remain = Math.min(row.remain + more, 10 * MOST);
            return null;
        });
    }

    @Override
    public void refuse(String channel, String address, String template) {
        store.in(em -> {
            ConsentEntity row = MessageStore.locked(em, channel, address, template);
            if (row != null) {
                row.remain = 0;
            }
            return null;
        });
    }

    @Override
    public List<String> cases(String channel, String address, int limit) {
        return store.in(em -> {
            BindingEntity row = em.find(BindingEntity.class, new AddressKey(channel, address));
            if (row == null || !row.active || row.person == null) {
                return List.of();
            }
            return em.createQuery(
                            "select p.number from PartyEntity p where p.person = :person order by p.number desc",
                            String.class)
                    .setParameter("person", row.person)
                    .setMaxResults(Math.max(1, Math.min(limit, MOST)))
                    .getResultList();
        });
    }

    @Override
    public void receipt(String channel, String reference, boolean arrived, String reason) {
        Objects.requireNonNull(reference, "reference");
        receipts.told(channel, reference, arrived, reason).forEach(fallback::next);
    }

    private static void checked(String channel, String address) {
        Objects.requireNonNull(channel, "channel");
        if (address == null || address.isBlank() || address.length() > 120) {
            throw Problem.invalid("address", TEXTS.get("address"));
        }
    }
}
