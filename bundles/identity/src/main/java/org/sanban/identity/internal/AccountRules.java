// SPDX-License-Identifier: Apache-2.0
package org.sanban.identity.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.sanban.api.identity.Account;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Problem.Violation;
import org.sanban.api.problem.Texts;

/** What an account and a password must look like. */
final class AccountRules {
    private static final Texts TEXTS = Texts.of(AccountRules.class);
    private static final Pattern LOGIN = Pattern.compile("[a-z0-9][a-z0-9._-]{2,39}");
    private static final Pattern ROLE = Pattern.compile("[a-z][a-z0-9-]{0,29}");
    private static final Pattern DIVISION = Pattern.compile("[1-9][0-9]{11}");
    /** Nor halves of a character: PostgreSQL takes neither. */
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cs}\\u2028\\u2029]");

    private static final int MOST_ROLES = 12;
    static final int LONGEST_PASSWORD = 128;
    private static final Set<String> COMMON = Set.of(
            "1234567890", "0123456789", "password123", "qwertyuiop", "1q2w3e4r5t", "administrator", "a123456789");

    private final int shortest;

    /** @param shortest fewest characters of a password */
    AccountRules(int shortest) {
        this.shortest = shortest;
    }

    /** Whether it can be a login at all; what cannot is not looked up, counted or kept. */
    static boolean isLogin(String login) {
        return login != null && LOGIN.matcher(login).matches();
    }

    /** @throws Problem invalid, naming every wrong field; {@code password} is not looked at when null */
    void check(Account account, String password) {
        List<Violation> faults = new ArrayList<>();
        fault(faults, isLogin(account.login()), "login", "login");
        String name = text(account.name());
        fault(
                faults,
                !name.isBlank() && name.length() <= 80 && !CONTROL.matcher(name).find(),
                "name",
                "name");
        fault(
                faults,
                !account.roles().isEmpty()
                        && account.roles().size() <= MOST_ROLES
                        && account.roles().stream()
                                .allMatch(role -> ROLE.matcher(role).matches()),
                "roles",
                "roles");
        fault(faults, DIVISION.matcher(text(account.division())).matches(), "division", "division");
        if (password != null) {
            password(faults, text(account.login()), password);
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
    }

    /** @throws Problem invalid */
    void check(String login, String password) {
        List<Violation> faults = new ArrayList<>();
        password(faults, login, text(password));
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
    }

    private void password(List<Violation> faults, String login, String password) {
        if (password.codePointCount(0, password.length()) < shortest || password.length() > LONGEST_PASSWORD) {
            faults.add(new Violation("password", TEXTS.get("password.length", shortest, LONGEST_PASSWORD)));
        } else if (COMMON.contains(password.toLowerCase(Locale.ROOT))
                || !login.isEmpty() && password.toLowerCase(Locale.ROOT).contains(login)) {
            faults.add(new Violation("password", TEXTS.get("password.common")));
        }
    }

    private static void fault(List<Violation> faults, boolean right, String field, String key) {
        if (!right) {
            faults.add(new Violation(field, TEXTS.get(key)));
        }
    }

    private static String text(String text) {
        return text == null ? "" : text;
    }
}
