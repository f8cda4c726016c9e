// SPDX-License-Identifier: Apache-2.0
package org.sanban.identity.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.identity.Account;
import org.sanban.api.identity.Actor;
import org.sanban.api.identity.IdentityService;
import org.sanban.api.identity.Role;
import org.sanban.api.problem.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Accounts of the sample county, where {@code etc/org.sanban.sample.cfg} says {@code load = true}: visibly fictional
 * people, some of them agents of the sample registry, with random passwords, which stand in {@code store/sample-accounts.txt}.
 */
@Component(
        service = {},
        immediate = true,
        configurationPid = "org.sanban.sample",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class SampleAccounts {
    private static final Logger LOG = LoggerFactory.getLogger(SampleAccounts.class);
    private static final String COUNTY = "610926000000";
    private static final String CHENGGUAN = "610926100000";
    private static final String XINGLONG = "610926101000";
    private static final String XICHENG = "610926100001";
    private static final String GUANRU = "610926101001";

    private static final List<Account> ACCOUNTS = List.of(
            account("chengguan-clerk", "王受理（示例）", Role.CLERK, CHENGGUAN),
            account("chengguan-clerk2", "李窗口（示例）", Role.CLERK, CHENGGUAN),
            account("chengguan-officer", "赵审批（示例）", Role.OFFICER, CHENGGUAN),
            account("xinglong-clerk", "钱兴隆（示例）", Role.CLERK, XINGLONG),
            account("county-officer", "孙县级（示例）", Role.OFFICER, COUNTY),
            account("supervisor", "周监督（示例）", Role.SUPERVISOR, COUNTY),
            account("sample-admin", "吴管理（示例）", Role.ADMIN, COUNTY),
            account("sample-system", "外部系统（示例）", Role.SYSTEM, CHENGGUAN),
            account("county-clerk", "郑总台（示例）", Role.CLERK, COUNTY),
            account("specialist-1", "帮办专员一（示例）", Role.AGENT, COUNTY),
            account("liaison-1", "人社联络员（示例）", Role.AGENT, COUNTY),
            account("chengguan-agent", "城关代办员（示例）", Role.AGENT, CHENGGUAN),
            account("xinglong-agent", "兴隆代办员（示例）", Role.AGENT, XINGLONG),
            account("xicheng-agent", "西城代办员（示例）", Role.AGENT, XICHENG),
            account("guanru-agent", "冠汝代办员（示例）", Role.AGENT, GUANRU));

    /** Whether to load. */
    public @interface Config {
        /** Load the sample county. */
        boolean load() default false;
    }

    @Activate
    public SampleAccounts(@Reference IdentityService identity, Config config) {
        if (config.load()) {
            complete(identity, SecretFile.path("sample-accounts.txt"));
        }
    }

    /** Makes the accounts that are missing, all of them or those a start that was cut off had left. */
    private static void complete(IdentityService identity, Path file) {
        Actor actor = Actor.system("sample", COUNTY);
        List<Account> missing = ACCOUNTS.stream()
                .filter(account -> !exists(identity, account.login(), actor))
                .toList();
        if (missing.isEmpty()) {
            return;
        }
        Map<String, String> secrets = read(file);
        Passwords passwords = new Passwords();
        missing.forEach(account -> secrets.computeIfAbsent(account.login(), login -> passwords.random()));
        // The file first: no account is left whose password nobody knows.
        SecretFile.write(file, lines(secrets));
        // Side by side: a password is slow to hash, and the first start waits for it.
        missing.parallelStream().forEach(account -> identity.create(account, secrets.get(account.login()), actor));
        LOG.info("{} sample accounts are made; their passwords stand in {}", missing.size(), file);
    }

    private static boolean exists(IdentityService identity, String login, Actor actor) {
        try {
            identity.account(login, actor);
            return true;
        } catch (Problem e) {
            return false;
        }
    }

    private static Map<String, String> read(Path file) {
        Map<String, String> secrets = new HashMap<>();
        if (Files.exists(file)) {
            try (Stream<String> lines = Files.lines(file)) {
                lines.map(line -> line.split("\t"))
                        .filter(cells -> cells.length > 1)
                        .forEach(cells -> secrets.put(cells[0], cells[1]));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return secrets;
    }

    private static String lines(Map<String, String> secrets) {
        return ACCOUNTS.stream()
                .filter(account -> secrets.containsKey(account.login()))
                .map(account -> String.join(
                                "\t",
                                account.login(),
                                secrets.get(account.login()),
                                account.name(),
                                String.join(",", account.roles()),
                                account.division())
                        + "\n")
                .collect(Collectors.joining());
    }

    private static Account account(String login, String name, String role, String division) {
        return new Account(login, name, Set.of(role), division, true);
    }
}
