// SPDX-License-Identifier: Apache-2.0
package org.sanban.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What township IT gains: commands for the terminal and for scripts without one. */
@ExtendWith(Distribution.class)
class ShellIT {
    private final Rest clerk = Distribution.get().as("chengguan-clerk");

    private record Result(int code, String out) {}

    @Test
    void aCaseIsListedAndShown() throws Exception {
        String number = Sample.submit(clerk, Sample.committedMatter(clerk));
        assertTrue(run("sanban:case-list").out().contains(number));
        Result shown = run("sanban:case-show " + number);
        assertEquals(0, shown.code(), shown.out());
        assertTrue(shown.out().contains("提交申请"), shown.out());
    }

    @Test
    void theStatusNamesTheModes() throws Exception {
        Result status = run("sanban:status");
        assertEquals(0, status.code(), status.out());
        assertTrue(status.out().contains("window"), status.out());
    }

    @Test
    void aCatalogueIsCheckedBeforeItIsWritten() throws Exception {
        Path file = Files.createTempFile("matters", ".csv").toAbsolutePath();
        Files.writeString(file, "department,name,itemCode,taskType,deptCode\n示例局,示例事项,!!,20,\n");
        Result result = run("sanban:matter-import " + file);
        assertTrue(result.out().contains("!!"), result.out());
    }

    @Test
    void aWrongNumberIsOneLineAndANonZeroExit() throws Exception {
        Result result = run("sanban:case-show 123");
        assertNotEquals(0, result.code(), result.out());
        assertTrue(result.out().contains("123"), result.out());
    }

    private static Result run(String command) throws IOException, InterruptedException {
        Path home = Distribution.get().home();
        Process process = new ProcessBuilder("bash", home.resolve("bin/sanban").toString(), command)
                .redirectErrorStream(true)
                .directory(home.toFile())
                .start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(60, TimeUnit.SECONDS), out);
        return new Result(process.exitValue(), out);
    }
}
