// SPDX-License-Identifier: Apache-2.0
package org.sanban.identity.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sanban.api.identity.Account;
import org.sanban.api.identity.Actor;
import org.sanban.api.identity.Channel;
import org.sanban.api.identity.Role;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;
import org.sanban.data.test.TestDatabase;

class IdentityManagerTest {
    private static final String TOWN = "610926100000";
    private static final String PASSWORD = "correct-horse-battery";
    private static final Actor ADMIN = new Actor("root", "root", Set.of(Role.ADMIN), TOWN, Channel.REST);

    private final Time time = new Time();
    private TestDatabase database;
    private IdentityManager identity;

    private void open(String kind) {
        database = kind.equals("derby") ? TestDatabase.derby("identity") : TestDatabase.postgres("identity");
        identity = new IdentityManager(new IdentityStore(database.jpa()), 8, 10, time);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"derby", "postgresql"})
    void aLoginGivesATokenThatExpires(String kind) {
        open(kind);
        create("clerk");
        String token = identity.login("clerk", PASSWORD).token();
        Actor actor = identity.authenticate(token, Channel.REST);
        assertEquals("clerk", actor.account());
        assertEquals(Channel.REST, actor.channel());
        IdentityManager otherNode = new IdentityManager(new IdentityStore(database.jpa()), 8, 10, time);
        assertEquals("clerk", otherNode.authenticate(token, Channel.REST).account());
        time.pass(Duration.ofHours(9));
        IdentityManager later = new IdentityManager(new IdentityStore(database.jpa()), 8, 10, time);
        assertKind(Problem.Kind.UNAUTHENTICATED, () -> later.authenticate(token, Channel.REST));
    }

    @ParameterizedTest
    @ValueSource(strings = {"derby"})
    void whatIsSetOtherwiseHoldsFromNowOnAndAWrongValueChangesNothing(String kind) {
        open(kind);
        create("clerk");
        String token = identity.login("clerk", PASSWORD).token();
        identity.modified(config(Map.of("hours", 2)));
        assertEquals(inTwoHours(), identity.login("clerk", PASSWORD).expires());
        assertEquals("clerk", identity.authenticate(token, Channel.REST).account(), "who is logged in goes on");
        identity.modified(config(Map.of("hours", 0)));
        assertEquals(1, identity.faults().size());
        assertEquals(inTwoHours(), identity.login("clerk", PASSWORD).expires());
    }

    private Instant inTwoHours() {
        return time.instant().plus(Duration.ofHours(2)).truncatedTo(ChronoUnit.SECONDS);
    }

    private static IdentityManager.Config config(Map<String, Object> set) {
        return (IdentityManager.Config) Proxy.newProxyInstance(
                IdentityManager.class.getClassLoader(),
                new Class<?>[] {IdentityManager.Config.class},
                (proxy, method, none) -> set.getOrDefault(method.getName(), method.getDefaultValue()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"derby"})
    void aChangedOrForgedTokenIsNotOurs(String kind) {
        open(kind);
        create("clerk");
        String token = identity.login("clerk", PASSWORD).token();
        String[] parts = token.split("\\.");
        for (String forged : new String[] {
            null, "", "x", parts[0] + "." + parts[1] + ".", "eyJhbGciOiJub25lIn0." + parts[1] + ".", token + "x"
        }) {
            assertKind(Problem.Kind.UNAUTHENTICATED, () -> identity.authenticate(forged, Channel.REST));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"derby"})
    void everyWrongWaySaysTheSameAndFiveCloseTheLogin(String kind) {
        open(kind);
        create("clerk");
        String wrong = assertKind(Problem.Kind.UNAUTHENTICATED, () -> identity.login("clerk", "wrong"));
        assertEquals(wrong, assertKind(Problem.Kind.UNAUTHENTICATED, () -> identity.login("nobody", "wrong")));
        for (int i = 0; i < 4; i++) {
            assertKind(Problem.Kind.UNAUTHENTICATED, () -> identity.login("clerk", "wrong"));
        }
        assertKind(Problem.Kind.TOO_MANY, () -> identity.login("clerk", PASSWORD));
        time.pass(Duration.ofSeconds(31));
        identity.login("clerk", PASSWORD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"derby"})
    void switchingOffAndANewPasswordEndEveryToken(String kind) {
        open(kind);
        create("clerk");
        String token = identity.login("clerk", PASSWORD).token();
        identity.authenticate(token, Channel.REST);
        identity.setPassword("clerk", "another-long-secret", ADMIN);
        assertKind(Problem.Kind.UNAUTHENTICATED, () -> identity.authenticate(token, Channel.REST));
        identity.update(new Account("clerk", "王受理（示例）", Set.of(Role.CLERK), TOWN, false), ADMIN);
        assertKind(Problem.Kind.UNAUTHENTICATED, () -> identity.login("clerk", "another-long-secret"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"derby", "postgresql"})
    void anAdministratorReachesTheOwnSubtreeOnly(String kind) {
        open(kind);
        create("clerk");
        Actor elsewhere = new Actor("far", "far", Set.of(Role.ADMIN), "610926101000", Channel.REST);
        assertKind(Problem.Kind.NOT_FOUND, () -> identity.account("clerk", elsewhere));
        assertEquals(
                0, identity.accounts(PageRequest.first(), elsewhere).items().size());
        assertEquals(1, identity.accounts(PageRequest.first(), ADMIN).items().size());
        Account county = new Account("boss", "越权（示例）", Set.of(Role.ADMIN), "610926000000", true);
        assertKind(Problem.Kind.FORBIDDEN, () -> identity.create(county, PASSWORD, ADMIN));
        assertKind(Problem.Kind.CONFLICT, () -> create("clerk"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"derby"})
    void everyWrongFieldIsNamedAtOnce(String kind) {
        open(kind);
        Account wrong = new Account("X", " ", Set.of(), "61", true);
        Problem problem = assertThrows(Problem.class, () -> identity.create(wrong, "short", ADMIN));
        assertEquals(
                Set.of("login", "name", "roles", "division", "password"),
                problem.violations().stream().map(Problem.Violation::field).collect(Collectors.toSet()));
        assertKind(Problem.Kind.INVALID, () -> identity.create(account("clerk"), "my-clerk-password", ADMIN));
    }

    @ParameterizedTest
    @ValueSource(strings = {"derby"})
    void passwordsAreSaltedAndNeverKept(String kind) {
        open(kind);
        Passwords passwords = new Passwords();
        String hash = passwords.hash(PASSWORD);
        assertTrue(hash.startsWith("$argon2id$v=19$m=19456,t=2,p=1$"), hash);
        assertNotEquals(hash, passwords.hash(PASSWORD));
        assertTrue(passwords.matches(PASSWORD, hash));
        assertTrue(!passwords.matches(PASSWORD + "x", hash));
        assertTrue(!passwords.matches("nobody", null));
    }

    private void create(String login) {
        identity.create(account(login), PASSWORD, ADMIN);
    }

    private static Account account(String login) {
        return new Account(login, "王受理（示例）", Set.of(Role.CLERK), TOWN, true);
    }

    private static String assertKind(Problem.Kind kind, Executable work) {
        Problem problem = assertThrows(Problem.class, work);
        assertEquals(kind, problem.kind());
        return problem.detail().zh();
    }

    /** A clock that is moved by hand. */
    private static final class Time extends Clock {
        private Instant now = Instant.now();

        void pass(Duration duration) {
            now = now.plus(duration);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
