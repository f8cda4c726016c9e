// SPDX-License-Identifier: Apache-2.0
package org.sanban.matters.internal.onething;

import java.io.IOException;
import java.io.InputStream;
import org.sanban.api.identity.Actor;
import org.sanban.api.matters.ImportReport;
import org.sanban.api.matters.OneThingService;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sample packages, made of the sample matters; not loaded where there is any package. */
public final class SamplePackages {
    private static final Logger LOG = LoggerFactory.getLogger(SamplePackages.class);
    private static final String FILE = "sample-packages.csv";

    private SamplePackages() {}

    /** Loads them. */
    public static void load(OneThingService things, Actor actor) throws IOException {
        if (!things.things(new PageRequest(null, 1)).items().isEmpty()) {
            return;
        }
        try (InputStream in = SamplePackages.class.getResourceAsStream(FILE)) {
            ImportReport report = things.load(in, FILE, "示例：据公开资料编写", true, true, actor);
            if (!report.applied()) {
                LOG.warn(
                        "{} was not loaded here: {}",
                        FILE,
                        report.lines().get(0).message().en());
            }
        } catch (Problem e) {
            LOG.warn("{} was not loaded here: {}", FILE, e.getMessage());
        }
    }
}
