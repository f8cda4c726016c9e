// SPDX-License-Identifier: Apache-2.0
package org.sanban.identity.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.annotation.Annotation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.bouncycastle.util.encoders.Hex;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sanban.api.identity.Account;
import org.sanban.api.identity.Actor;
import org.sanban.api.identity.Channel;
import org.sanban.api.identity.Role;
import org.sanban.api.problem.Problem;
import org.sanban.data.test.TestDatabase;

/** What goes wrong at the edges: two administrators at once, starts that were cut off, input nobody would type. */
class IdentityEdgesTest {
    private static final String COUNTY = "610926000000";
    private static final String TOWN = "610926100000";
    private static final String PASSWORD = "correct-horse-battery";
    private static final Actor ADMIN = new Actor("root", "root", Set.of(Role.ADMIN), COUNTY, Channel.REST);

    @TempDir
    Path base;

    private TestDatabase database;
    private IdentityStore store;
    private IdentityManager identity;

    @BeforeEach
    void home() {
        System.setProperty("karaf.base", base.toString());
    }

    @AfterEach
    void close() {
        System.clearProperty("karaf.base");
        if (database != null) {
            database.close();
        }
    }

    private void open(String kind) {
        database = kind.equals("derby") ? TestDatabase.derby("identity") : TestDatabase.postgres("identity");
        store = new IdentityStore(database.jpa());
        identity = node();
    }

    private IdentityManager node() {
        return new IdentityManager(store, 8, 10, Clock.systemUTC());
    }

    /** The test vector of RFC 9106, 5.3. */
    @Test
    void argon2idIsTheOneOfTheRfc() {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(32)
                .withIterations(3)
                .withParallelism(4)
                .withSalt(Hex.decode("02".repeat(16)))
                .withSecret(Hex.decode("03".repeat(8)))
                .withAdditional(Hex.decode("04".repeat(12)))
                .build());
        byte[] hash = new byte[32];
        generator.generateBytes(Hex.decode("01".repeat(32)), hash);
        assertEquals("0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659", Hex.toHexString(hash));
    }

    @ParameterizedTest
    @ValueSource(strings = {"derby", "postgresql"})
    void aNewPasswordSurvivesAChangeOfTheSameAccountByAnother(String kind) throws Exception {
        open(kind);
        identity.create(account("clerk"), PASSWORD, ADMIN);
        for (int round = 0; round < 5; round++) {
            String fresh = "fresh-secret-word-" + round;
            together(List.of(
                    () -> {
                        identity.setPassword("clerk", fresh, ADMIN);
                        return null;
                    },
                    () -> identity.update(account("clerk"), ADMIN),
                    () -> identity.update(account("clerk"), ADMIN)));
            assertEquals("clerk", node().login("clerk", fresh).account().login());
        }
        assertEquals(15, store.find("clerk").generation);
    }

    @ParameterizedTest
    @ValueSource(strings = {"derby", "postgresql"})
    void inputNobodyWouldTypeIsRefusedLikeAnyOther(String kind) {
        open(kind);
        for (String login : new String[] {null, "", "a\u0000b", "\ud800", "x".repeat(1_000_000), "%", "CLERK"}) {
            assertEquals(Problem.Kind.UNAUTHENTICATED, kindOf(() -> identity.login(login, PASSWORD)));
            assertEquals(Problem.Kind.NOT_FOUND, kindOf(() -> identity.account(login, ADMIN)));
        }
    }

    @Test
    void linesInANameAreRefused() {
        open("derby");
        for (String name : new String[] {"a\nb", "a\n\nb", "\r\n\r\n张", "张\u0000"}) {
            Account account = new Account("clerk", name, Set.of(Role.CLERK), TOWN, true);
            assertEquals(Problem.Kind.INVALID, kindOf(() -> identity.create(account, PASSWORD, ADMIN)), name);
        }
    }

    @Test
    void aRoleThatIsNullIsAWrongField() {
        open("derby");
        AccountResource.AccountInput input =
                new AccountResource.AccountInput("clerk", "张", Collections.singleton(null), TOWN, true, PASSWORD);
        Problem problem = assertThrows(Problem.class, () -> new AccountResource(identity).create(input, ADMIN));
        assertEquals(
                List.of("roles"),
                problem.violations().stream().map(Problem.Violation::field).toList());
    }

    @Test
    void whoIsNoAdministratorIsToldSoFirst() {
        open("derby");
        Actor clerk = new Actor("clerk", "clerk", Set.of(Role.CLERK), TOWN, Channel.REST);
        Account wrong = new Account(null, null, Set.of(), null, true);
        assertEquals(Problem.Kind.FORBIDDEN, kindOf(() -> identity.create(wrong, "x", clerk)));
    }

    @Test
    void nobodyRaisesThemselves() {
        open("derby");
        Actor townAdmin = new Actor("town-admin", "x", Set.of(Role.ADMIN), TOWN, Channel.REST);
        identity.create(new Account("town-admin", "镇管理", Set.of(Role.ADMIN), TOWN, true), PASSWORD, ADMIN);
        for (Account raised : List.of(
                new Account("town-admin", "镇管理", Set.of(Role.ADMIN, Role.OFFICER), TOWN, true),
                new Account("town-admin", "镇管理", Set.of(Role.ADMIN), COUNTY, true))) {
            assertEquals(Problem.Kind.FORBIDDEN, kindOf(() -> identity.update(raised, townAdmin)));
        }
        identity.create(account("clerk"), PASSWORD, ADMIN);
        Account lifted = new Account("clerk", "张", Set.of(Role.CLERK), COUNTY, true);
        assertEquals(Problem.Kind.FORBIDDEN, kindOf(() -> identity.update(lifted, townAdmin)));
    }

    @Test
    void guessesAtOnceAreCountedLikeGuessesInARow() throws Exception {
        open("derby");
        identity.create(account("clerk"), PASSWORD, ADMIN);
        List<Callable<Problem.Kind>> guesses = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            String guess = "wrong-guess-" + i;
            guesses.add(() -> kindOf(() -> identity.login("clerk", guess)));
        }
        long looked = together(guesses).stream()
                .filter(Problem.Kind.UNAUTHENTICATED::equals)
                .count();
        assertTrue(looked <= 7, looked + " of 30 guesses were looked at");
    }

    @Test
    void aFloodOfLoginsIsTurnedAwayAtOnceAndHoldsUpNobody() throws Exception {
        open("derby");
        identity.create(account("clerk"), PASSWORD, ADMIN);
        String token = identity.login("clerk", PASSWORD).token();
        ExecutorService threads = Executors.newFixedThreadPool(100);
        try {
            List<Future<Problem.Kind>> flood = new ArrayList<>();
            long begun = System.nanoTime();
            for (int i = 0; i < 100; i++) {
                String login = "nobody-" + i;
                flood.add(threads.submit(() -> kindOf(() -> identity.login(login, PASSWORD))));
            }
            long[] took = new long[5];
            for (int i = 0; i < took.length; i++) {
                long start = System.nanoTime();
                identity.authenticate(token, Channel.REST);
                took[i] = System.nanoTime() - start;
            }
            Arrays.sort(took);
            int refused = 0;
            for (Future<Problem.Kind> one : flood) {
                refused += one.get() == Problem.Kind.UNAVAILABLE ? 1 : 0;
            }
            // A slow machine is as slow for both, and one that stalls does so for one of them: who waited would each
            // time.
            long lasted = System.nanoTime() - begun;
            assertTrue(
                    took[2] < Math.max(1_000_000_000L, lasted / 4),
                    "another request waits: " + Arrays.toString(took) + " of " + lasted);
            int places = 9 * Runtime.getRuntime().availableProcessors();
            assertTrue(refused > 0 && refused >= 100 - 2 * places, refused + " of 100 were turned away");
        } finally {
            threads.shutdownNow();
        }
        identity.login("clerk", PASSWORD);
    }

    @Test
    void whatIsRememberedOfWrongPasswordsIsBounded() {
        Tries tries = new Tries(Clock.systemUTC());
        for (int i = 0; i < 50_000; i++) {
            tries.wrong("login-" + i);
        }
        assertTrue(tries.size() <= 10_000, tries.size() + " are remembered");
    }

    @Test
    void theFirstPasswordIsTheOperatorsOnly() throws Exception {
        open("derby");
        new FirstAccount(store, new Passwords()).create(COUNTY);
        Path file = base.resolve("store/admin-password.txt");
        String password = Files.readString(file).strip();
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertEquals(
                Set.of(Role.ADMIN), identity.login("admin", password).account().roles());
        new FirstAccount(store, new Passwords()).create(COUNTY);
        assertEquals(password, Files.readString(file).strip());
    }

    @ParameterizedTest
    @ValueSource(strings = {"derby", "postgresql"})
    void ofSeveralNodesStartedAtOnceNoneLeavesAWrongPassword(String kind) throws Exception {
        open(kind);
        Path file = base.resolve("store/admin-password.txt");
        List<Callable<String>> nodes = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            nodes.add(() -> {
                new FirstAccount(store, new Passwords()).create(COUNTY);
                return "";
            });
        }
        together(nodes);
        if (Files.exists(file)) {
            identity.login("admin", Files.readString(file).strip());
        }
    }

    @Test
    void sampleAccountsThatWereCutOffAreCompleted() throws Exception {
        open("derby");

        Account first = new Account("chengguan-clerk", "王受理（示例）", Set.of(Role.CLERK), TOWN, true);
        identity.create(first, PASSWORD, Actor.system("sample", COUNTY));
        new SampleAccounts(identity, load());
        Path file = base.resolve("store/sample-accounts.txt");
        List<String> lines = Files.readAllLines(file);
        for (String line : lines) {
            String[] cells = line.split("\t");
            assertEquals(5, cells.length);
            assertEquals(cells[4], identity.login(cells[0], cells[1]).account().division());
        }
        new SampleAccounts(identity, load());
        assertEquals(lines, Files.readAllLines(file));
    }

    private static SampleAccounts.Config load() {
        return new SampleAccounts.Config() {
            @Override
            public boolean load() {
                return true;
            }

            @Override
            public Class<? extends Annotation> annotationType() {
                return SampleAccounts.Config.class;
            }
        };
    }

    private static Account account(String login) {
        return new Account(login, "张示例（示例）", Set.of(Role.CLERK), TOWN, true);
    }

    private static Problem.Kind kindOf(Callable<?> work) {
        return assertThrows(Problem.class, work::call).kind();
    }

    private static <T> List<T> together(List<Callable<T>> works) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(works.size());
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> result : threads.invokeAll(works)) {
                results.add(result.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
