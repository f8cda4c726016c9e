// SPDX-License-Identifier: Apache-2.0
package org.sanban.console.internal;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.sanban.api.identity.Actor;
import org.sanban.api.matters.Scope;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Text;
import org.sanban.api.problem.Texts;
import org.sanban.api.shell.Shell;
import org.sanban.api.shell.Table;

/** A command: prints what it found, or fails with one red line and no trace, so that scripts notice. */
abstract class SanbanCommand implements Action {
    static final Texts TEXTS = Texts.of(SanbanCommand.class);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    @Reference
    Console console;

    @Reference
    Session session;

    /** Does it. */
    abstract void run(PrintStream out);

    @Override
    public final Object execute() throws CommandException {
        try {
            run(System.out);
            return null;
        } catch (Problem problem) {
            // Karaf prints the help text of this exception as it is, on the console: bin/client shows no other stream.
            throw Shell.failed(problem, console.locale(), CommandException::new);
        }
    }

    Actor actor() {
        return console.actor(session == null ? null : session.get("USER"));
    }

    /** A text of ours in the shell's language. */
    String say(String key, Object... arguments) {
        return say(TEXTS.get(key, arguments));
    }

    String say(Text text) {
        return text == null ? "" : text.in(console.locale());
    }

    /** For which level a list is. */
    String tier(Scope scope) {
        return say("tier." + (scope.tier() == null ? "all" : scope.tier()));
    }

    /** A table with headings by their keys. */
    Table table(String... keys) {
        return new Table(Arrays.stream(keys).map(key -> say("head." + key)).toList());
    }

    /** A line with its label, nothing where there is no value. */
    void field(PrintStream out, String key, Object value) {
        if (value != null && !value.toString().isBlank()) {
            String label = say("head." + key);
            out.println(label + " ".repeat(Math.max(1, 16 - Table.width(label))) + value);
        }
    }

    /** Says how to go on where there is more. */
    void more(PrintStream out, Page<?> page) {
        if (page.next() != null) {
            out.println(say("more", page.next()));
        }
    }

    /** Writes a file that is not there yet. */
    void write(PrintStream out, String file, byte[] content) {
        Path path = Path.of(file).toAbsolutePath();
        try {
            Files.write(path, content, StandardOpenOption.CREATE_NEW);
        } catch (IOException e) {
            throw Problem.invalid("file", TEXTS.get("file.unwritable", path));
        }
        out.println(say("file.written", path, content.length));
    }

    static PageRequest page(String after, int limit) {
        return new PageRequest(after, limit);
    }

    static String time(Instant at) {
        return at == null ? "" : TIME.format(at);
    }

    /** A constant by its name in whatever case, {@code null} for none. */
    static <E extends Enum<E>> E choice(Class<E> type, String option, String name) {
        if (name == null) {
            return null;
        }
        E[] all = type.getEnumConstants();
        return Arrays.stream(all)
                .filter(one -> word(one).equals(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> Problem.invalid(
                        option,
                        TEXTS.get(
                                "choice",
                                option,
                                name,
                                Arrays.stream(all).map(SanbanCommand::word).collect(Collectors.joining(" ")))));
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
