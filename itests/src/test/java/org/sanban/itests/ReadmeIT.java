// SPDX-License-Identifier: Apache-2.0
package org.sanban.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What whoever reads the README gains: its requests can be copied as they stand, and the main job is done by them. */
@ExtendWith(Distribution.class)
class ReadmeIT {
    @TempDir
    Path folder;

    @Test
    void theMainJobIsDoneByTheRequestsOfTheReadme() {
        Document readme = new Document("README.md", Distribution.get(), folder);
        assertEquals(2, readme.length(), "REST; SOAP and the shell");
        String said = readme.run(1, 2);
        assertEquals(2, said.split("\"status\":4", -1).length, "nothing is refused but what is missing: " + said);
        for (String part : new String[] {
            "\"sample\":true",
            "\"action\":\"deliver\"",
            "\"status\":\"DONE\"",
            "<status>DONE</status>",
            "window",
            "提交申请"
        }) {
            assertTrue(said.contains(part), "no " + part + " in " + said);
        }
    }
}
