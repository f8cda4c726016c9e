// SPDX-License-Identifier: Apache-2.0
package org.sanban.console.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.function.IntConsumer;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.FileCompleter;
import org.sanban.api.matters.ImportReport;
import org.sanban.api.matters.ImportReport.Line;
import org.sanban.api.matters.ImportReport.Outcome;
import org.sanban.api.problem.Problem;
import org.sanban.api.shell.Table;

/** Checks a catalogue file line by line, and writes it, all or nothing, when asked to. */
@Service
@Command(
        scope = "sanban",
        name = "matter-import",
        description = "导入事项目录（xlsx 或 csv），默认只校验 / Checks a catalogue file; writes it with --apply")
public final class MatterImportCommand extends SanbanCommand {
    private static final int PROGRESS = 1_000;

    @Argument(name = "file", required = true, description = "服务器上的文件，请用绝对路径 / File on the server, by its absolute path")
    @Completion(FileCompleter.class)
    String file;

    @Option(name = "--apply", description = "校验无误后写入 / Writes it when it is free of errors")
    boolean apply;

    @Option(name = "--source", description = "来源，随事项保存；默认为文件名 / Where it comes from; by default the file's name")
    String source;

    @Option(name = "--sample", description = "标记为外县示例 / Marks its matters as samples of another county")
    boolean sample;

    @Option(name = "--quiet", description = "只列出错误和提示 / Lists errors and warnings only")
    boolean quiet;

    @Override
    void run(PrintStream out) {
        Path path = path();
        String name = String.valueOf(path.getFileName());
        ImportReport report;
        try (InputStream content = Files.newInputStream(path)) {
            report = console.matters()
                    .load(content, name, source == null ? name : source, sample, apply, actor(), progress(out));
        } catch (IOException e) {
            throw unreadable(path);
        }
        Table columns = table("column", "heading", "meaning");
        for (ImportReport.Heading one : report.columns()) {
            columns.row(
                    one.column(), one.heading(), one.meaning() == null ? say("import.ignored") : say(one.meaning()));
        }
        columns.print(out);
        out.println();
        Table table = table("line", "code", "outcome", "what");
        for (Line line : report.lines()) {
            if (!quiet || line.outcome() == Outcome.ERROR || line.outcome() == Outcome.WARNING) {
                table.row(line.number(), line.code(), say("outcome." + word(line.outcome())), say(line.message()));
            }
        }
        table.print(out);
        out.println(say("import.sums", report.created(), report.changed(), report.unchanged(), report.errors()));
        if (report.errors() > 0) {
            throw Problem.invalid("file", TEXTS.get("import.errors", report.errors()));
        }
        out.println(say(report.applied() ? "import.applied" : "import.checked"));
    }

    private Path path() {
        try {
            return Path.of(file);
        } catch (InvalidPathException e) {
            throw Problem.invalid("file", TEXTS.get("import.unreadable", file));
        }
    }

    /** Says where it looked: a relative path starts where the server does, not where the shell's user stands. */
    private Problem unreadable(Path path) {
        Path folder = Path.of("").toAbsolutePath();
        return Problem.invalid(
                "file",
                path.isAbsolute()
                        ? TEXTS.get("import.unreadable", path)
                        : TEXTS.get(
                                "import.unreadable.relative",
                                folder.resolve(path).normalize(),
                                path,
                                folder));
    }

    private IntConsumer progress(PrintStream out) {
        int[] said = {0};
        return lines -> {
            if (lines / PROGRESS > said[0] / PROGRESS) {
                out.println(say("import.progress", lines));
            }
            said[0] = lines;
        };
    }
}
