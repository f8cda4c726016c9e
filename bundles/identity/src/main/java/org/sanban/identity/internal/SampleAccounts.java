// SPDX-License-Identifier: Apache-2.0
package org.sanban.identity.internal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.identity.Account;
import org.sanban.api.identity.Actor;
import org.sanban.api.identity.IdentityService;
import org.sanban.api.identity.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Accounts of the sample county, where {@code etc/org.sanban.sample.cfg} says {@code load = true}: visibly fictional
 * people with random passwords, which stand in {@code store/sample-accounts.txt}.
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

    private static final List<Account> ACCOUNTS = List.of(
            account("chengguan-clerk", "王受理（示例）", Role.CLERK, CHENGGUAN),
            account("chengguan-clerk2", "李窗口（示例）", Role.CLERK, CHENGGUAN),
            account("chengguan-officer", "赵审批（示例）", Role.OFFICER, CHENGGUAN),
            account("xinglong-clerk", "钱兴隆（示例）", Role.CLERK, XINGLONG),
            account("county-officer", "孙县级（示例）", Role.OFFICER, COUNTY),
            account("supervisor", "周监督（示例）", Role.SUPERVISOR, COUNTY),
            account("sample-admin", "吴管理（示例）", Role.ADMIN, COUNTY),
            account("sample-system", "外部系统（示例）", Role.SYSTEM, CHENGGUAN));

    /** Whether to load. */
    public @interface Config {
        /** Load the sample county. */
        boolean load() default false;
    }

    @Activate
    public SampleAccounts(@Reference IdentityService identity, Config config) {
        Path file = SecretFile.path("sample-accounts.txt");
        if (!config.load() || Files.exists(file)) {
            return;
        }
        Passwords passwords = new Passwords();
        Actor actor = Actor.system("sample", COUNTY);
        StringBuilder lines = new StringBuilder();
        for (Account account : ACCOUNTS) {
            String password = passwords.random();
            identity.create(account, password, actor);
            lines.append(String.join(
                            "\t",
                            account.login(),
                            password,
                            account.name(),
                            String.join(",", account.roles()),
                            account.division()))
                    .append('\n');
        }
        SecretFile.write(file, lines.toString());
        LOG.info("{} sample accounts are made; their passwords stand in {}", ACCOUNTS.size(), file);
    }

    private static Account account(String login, String name, String role, String division) {
        return new Account(login, name, Set.of(role), division, true);
    }
}
