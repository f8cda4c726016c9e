// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.shell;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.sanban.api.identity.Actor;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Problem.Violation;
import org.sanban.api.registry.RegistryService;

/** Who sits at the shell, a problem as one red line, and how to go on where there is more. */
public final class Shell {
    private static final String RED = "\u001b[31m";
    private static final String PLAIN = "\u001b[39m";

    private Shell() {}

    /**
     * Whoever sits at the shell administers the whole county.
     *
     * @param user who that is, as the session knows it; may be {@code null}
     * @param registry knows the county
     */
    public static Actor actor(Object user, RegistryService registry) {
        String county =
                registry.divisions(null, PageRequest.first()).items().get(0).code();
        return Actor.shell(user, county);
    }

    /**
     * What a command gives; a problem becomes the failure that the shell knows, so that scripts notice.
     *
     * @param work the command
     * @param failure makes it of the red line that is printed and of the plain one: {@code CommandException::new}
     */
    public static <T, X extends Exception> T told(Supplier<T> work, BiFunction<String, String, X> failure) throws X {
        try {
            return work.get();
        } catch (Problem problem) {
            throw failed(problem, Locale.SIMPLIFIED_CHINESE, failure);
        }
    }

    /** The same for a command that only prints. */
    public static <X extends Exception> void doing(Runnable work, BiFunction<String, String, X> failure) throws X {
        told(
                () -> {
                    work.run();
                    return null;
                },
                failure);
    }

    /** The failure that tells of a problem in a language. */
    public static <X extends Exception> X failed(
            Problem problem, Locale language, BiFunction<String, String, X> failure) {
        String line = line(problem, language);
        return failure.apply(RED + line + PLAIN, line);
    }

    /** Says how to go on where there is more. */
    public static void more(PrintStream out, Page<?> page) {
        if (page.next() != null) {
            out.println("--after " + page.next());
        }
    }

    private static String line(Problem problem, Locale language) {
        List<Violation> violations = problem.violations();
        return violations.isEmpty()
                ? problem.detail().in(language)
                : violations.stream()
                        .map(violation -> line(violation, language))
                        .distinct()
                        .collect(Collectors.joining(" "));
    }

    /** An option is named where its message does not name it. */
    private static String line(Violation violation, Locale language) {
        String message = violation.message().in(language);
        String field = violation.field();
        return field.startsWith("--") && !message.contains(field) ? field + ": " + message : message;
    }
}
