// SPDX-License-Identifier: Apache-2.0
package org.sanban.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What township IT gains: commands for the terminal and for scripts without one. */
@ExtendWith(Distribution.class)
class ShellIT {
    private static final String NEW = "511Z07001099-511602000000-000-11511301008778183N-1-00";
    private final Sanban sanban = Distribution.get();
    private final Rest clerk = sanban.as("chengguan-clerk");

    @TempDir
    Path folder;

    @Test
    void aCaseIsListedAndShown() {
        String number = Sample.submit(clerk, Sample.committedMatter(clerk));
        assertTrue(done("sanban:case-list").contains(number));
        String shown = done("sanban:case-show " + number);
        assertTrue(shown.contains("提交申请"), shown);
        assertFalse(shown.contains("\u001b"), "no colours for a script");
        done("sanban:case-verify");
    }

    @Test
    void aWordThatIsBegunIsCompleted() {
        String number = Sample.submit(clerk, Sample.committedMatter(clerk));
        String begun = "sanban:case-sh\\t" + number.substring(0, number.length() - 1) + "\\t\\nlogout\\n";
        String terminal = "printf '" + begun + "' | TERM=xterm script -qec " + sanban.home() + "/bin/client /dev/null";
        Sanban.Said said = Sanban.run(folder, Map.of(), "/bin/sh", "-c", terminal);
        assertTrue(said.out().contains("提交申请"), said.out());
    }

    @Test
    void aLongFileTellsHowFarItIs() {
        Path samples = Path.of(System.getProperty("sanban.root"))
                .resolve("bundles/matters/src/main/resources/org/sanban/matters/internal/sample-matters-511602.csv");
        String said = done("sanban:matter-import --quiet --sample " + samples);
        assertTrue(said.contains("已处理 1"), said);
    }

    @Test
    void theStatusNamesTheModes() {
        String status = done("sanban:status");
        assertTrue(status.contains("window"), status);
    }

    @Test
    void aCatalogueIsCheckedBeforeItIsWritten() throws IOException {
        Path wrong = catalogue("wrong", "示例事项（含错）", "!!");
        Sanban.Said refused = sanban.shell("sanban:matter-import --apply " + wrong);
        assertNotEquals(0, refused.code(), refused.out());
        assertTrue(refused.out().contains("!!"), refused.out());

        Path right = catalogue("right", "测试用示例事项", NEW);
        done("sanban:matter-import " + right);
        assertEquals(0, found("测试用示例事项"), "a trial run writes nothing");
        done("sanban:matter-import --apply --sample " + right);
        assertEquals(1, found("测试用示例事项"));
        assertEquals(0, found("示例事项（含错）"));
    }

    @Test
    void whatFailsIsOneLineAndANonZeroExit() {
        for (String command : new String[] {"sanban:case-show 123", "sanban:matter-import /no/such/file.csv"}) {
            Sanban.Said said = sanban.shell(command);
            assertEquals(1, said.code(), said.out());
            assertEquals(1, said.out().strip().lines().count(), said.out());
            assertFalse(said.out().contains("Exception"), said.out());
        }
    }

    private String done(String command) {
        Sanban.Said said = sanban.shell(command);
        assertEquals(0, said.code(), said.out());
        return said.out();
    }

    private Path catalogue(String file, String name, String code) throws IOException {
        return Files.writeString(
                folder.resolve(file + ".csv"),
                "department,name,itemCode,taskType,deptCode\n示例局," + name + "," + code + ",20,\n");
    }

    private int found(String name) {
        return clerk.get("/matters?text=" + java.net.URLEncoder.encode(name, java.nio.charset.StandardCharsets.UTF_8))
                .expect(200)
                .json()
                .path("items")
                .size();
    }
}
