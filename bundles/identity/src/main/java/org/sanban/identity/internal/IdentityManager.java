// SPDX-License-Identifier: Apache-2.0
package org.sanban.identity.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.sanban.api.identity.Account;
import org.sanban.api.identity.Actor;
import org.sanban.api.identity.Channel;
import org.sanban.api.identity.IdentityService;
import org.sanban.api.identity.Role;
import org.sanban.api.identity.Session;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;
import org.sanban.api.registry.Division;
import org.sanban.api.settings.Checked;
import org.sanban.api.settings.Configured;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Accounts and logins. A verified token or UsernameToken is remembered for ten seconds on a node: that long a
 * switched-off account may still be served by another node than the one it was switched off on.
 */
@Component(
        service = {IdentityService.class, Configured.class},
        configurationPid = IdentityManager.PID)
@Designate(ocd = IdentityManager.Config.class)
public final class IdentityManager implements IdentityService, Configured {
    static final String PID = "org.sanban.identity";
    private static final Logger LOG = LoggerFactory.getLogger(IdentityManager.class);
    private static final Texts TEXTS = Texts.of(IdentityManager.class);
    private static final Duration REMEMBERED = Duration.ofSeconds(10);

    /** What can be set in {@code etc/org.sanban.identity.cfg}. */
    @ObjectClassDefinition(name = "Sanban identity")
    public @interface Config {
        @AttributeDefinition(name = "Hours", description = "How long a token is accepted")
        int hours() default 8;

        @AttributeDefinition(
                name = "Shortest",
                description =
                        "Fewest characters of a password. 10 is the project's choice, between GB/T 22239 practice (8"
                                + " with classes) and ASVS 5.0 (15 for a password alone); set what your rules ask")
        int shortest() default 10;

        @AttributeDefinition(name = "County", description = "Division of the first administrator")
        String county() default "610926000000";
    }

    private final IdentityStore store;
    private final Passwords passwords = new Passwords();
    private volatile AccountRules rules;
    private final Tokens tokens;
    private final Tries tries;
    private final Clock clock;
    private volatile Duration life;
    private volatile List<String> faults = List.of();
    private final byte[] pepper = new byte[32];
    private final Cache<String, Known> known = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(REMEMBERED)
            .build();

    /** Who is behind a token or password. */
    private record Known(Actor actor, Instant expires) {}

    @Activate
    public IdentityManager(@Reference IdentityStore store, Config config) {
        this(store, Clock.systemUTC());
        new FirstAccount(store, passwords).create(take(config).county());
    }

    IdentityManager(IdentityStore store, int hours, int shortest, Clock clock) {
        this(store, clock);
        set(hours, shortest);
    }

    private IdentityManager(IdentityStore store, Clock clock) {
        this.store = store;
        this.tokens = new Tokens(store.key(), clock);
        this.tries = new Tries(clock);
        this.clock = clock;
        new SecureRandom().nextBytes(pepper);
    }

    /** Takes over what is set, while everybody who is logged in goes on. */
    @Modified
    public void modified(Config config) {
        take(config);
    }

    private Config take(Config given) {
        Checked<Config> checked = Checked.of(Config.class, PID, given)
                .range("hours", 1, Integer.MAX_VALUE)
                .range("shortest", 1, AccountRules.LONGEST_PASSWORD)
                .must("county", "a code of 12 digits", (String code) -> code.matches("[0-9]{12}"));
        faults = checked.faults();
        Config config = checked.settings(LOG::warn);
        set(config.hours(), config.shortest());
        return config;
    }

    private void set(int hours, int shortest) {
        rules = new AccountRules(shortest);
        life = Duration.ofHours(hours);
    }

    @Override
    public List<String> faults() {
        return faults;
    }

    @Override
    public Session login(String login, String password) {
        AccountEntity row = verified(login, password);
        Instant expires = tokens.expiry(life);
        return new Session(tokens.issue(row.login, row.generation, expires), expires, row.account());
    }

    @Override
    public Actor authenticate(String token, String channel) {
        Known remembered = token == null ? null : known.getIfPresent(token);
        if (remembered == null || !remembered.expires().isAfter(clock.instant())) {
            remembered = read(token);
            known.put(token, remembered);
        }
        return remembered.actor().through(channel);
    }

    private Known read(String token) {
        Tokens.Claim claim = token == null ? null : tokens.read(token);
        AccountEntity row = claim == null ? null : store.find(claim.login());
        if (row == null || !row.active || row.generation != claim.generation()) {
            throw Problem.unauthenticated(TEXTS.get("token.wrong"));
        }
        return new Known(actor(row), claim.expires());
    }

    @Override
    public Actor authenticate(String login, String password, String channel) {
        String key = fingerprint(login, password);
        Known remembered = known.getIfPresent(key);
        if (remembered == null) {
            remembered = new Known(actor(verified(login, password)), Instant.MAX);
            known.put(key, remembered);
        }
        return remembered.actor().through(channel);
    }

    /** The account, when the password is right; every wrong way costs and says the same. */
    private AccountEntity verified(String login, String password) {
        String name = AccountRules.isLogin(login) ? login : "";
        open(name);
        AccountEntity row = name.isEmpty() ? null : store.find(name);
        boolean right = passwords.matches(password == null ? "" : password, row == null ? null : row.password);
        // Again: guesses sent at once are counted like guesses in a row.
        open(name);
        if (!right || !row.active) {
            if (!name.isEmpty()) {
                tries.wrong(name);
            }
            throw Problem.unauthenticated(TEXTS.get("login.wrong"));
        }
        tries.right(name);
        return row;
    }

    private void open(String login) {
        long closed = tries.closedSeconds(login);
        if (closed > 0) {
            throw Problem.tooMany(TEXTS.get("login.closed", closed), Duration.ofSeconds(closed));
        }
    }

    @Override
    public Account create(Account account, String password, Actor actor) {
        actor.require(Role.ADMIN);
        rules.check(account, password == null ? "" : password);
        administers(actor, account.division());
        AccountEntity row = new AccountEntity();
        row.take(account);
        row.password = passwords.hash(password);
        if (!store.add(row, actor.account(), "created " + row.roles + " " + row.division, () -> {})) {
            throw Problem.conflict(TEXTS.get("login.taken", account.login()));
        }
        return row.account();
    }

    @Override
    public Account update(Account account, Actor actor) {
        administers(actor, found(account.login(), actor).division);
        rules.check(account, null);
        administers(actor, account.division());
        if (account.login().equals(actor.account())) {
            throw Problem.forbidden(TEXTS.get("account.own"));
        }
        AccountEntity changed = store.change(account.login(), actor.account(), row -> {
            administers(actor, row.division);
            row.take(account);
            row.generation++;
            return "set to " + row.roles + " " + row.division + (row.active ? "" : " off");
        });
        known.invalidateAll();
        return changed.account();
    }

    @Override
    public void setPassword(String login, String password, Actor actor) {
        // Whoever finds an account that is not their own administers it.
        found(login, actor);
        rules.check(login, password);
        String hash = passwords.hash(password);
        store.change(login, actor.account(), row -> {
            row.password = hash;
            row.generation++;
            return "password set";
        });
        known.invalidateAll();
        tries.right(login);
    }

    @Override
    public Account account(String login, Actor actor) {
        return found(login, actor).account();
    }

    @Override
    public Page<Account> accounts(PageRequest page, Actor actor) {
        actor.require(Role.ADMIN);
        if (page.after() != null && !AccountRules.isLogin(page.after())) {
            throw Problem.invalid("after", TEXTS.get("login"));
        }
        return Page.of(
                        store.list(Division.prefix(actor.division()), page.after(), page.fetch()),
                        page,
                        row -> row.login)
                .map(AccountEntity::account);
    }

    private AccountEntity found(String login, Actor actor) {
        AccountEntity row = AccountRules.isLogin(login) ? store.find(login) : null;
        boolean seen =
                row != null && (row.login.equals(actor.account()) || actor.is(Role.ADMIN) && actor.sees(row.division));
        if (!seen) {
            throw Problem.notFound("account", String.valueOf(login));
        }
        return row;
    }

    private static void administers(Actor actor, String division) {
        actor.require(Role.ADMIN);
        if (!actor.sees(division)) {
            throw Problem.forbidden(TEXTS.get("division.foreign", division, actor.division()));
        }
    }

    private static Actor actor(AccountEntity row) {
        Account account = row.account();
        return new Actor(account.login(), account.name(), account.roles(), account.division(), Channel.SYSTEM);
    }

    /** What a login and password are remembered by: worthless outside this process. */
    private String fingerprint(String login, String password) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(pepper);
            digest.update(String.valueOf(login).getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            digest.update(String.valueOf(password).getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
