// SPDX-License-Identifier: Apache-2.0
package org.sanban.matters.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.identity.Actor;
import org.sanban.api.matters.ImportReport;
import org.sanban.api.matters.MatterService;
import org.sanban.api.matters.OneThingService;
import org.sanban.api.problem.Problem;
import org.sanban.matters.internal.onething.SamplePackages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sample catalogue: 1,135 matters of another county and a dozen whole guides, marked as samples, through the import
 * that everyone uses, the {@link SampleScopes} and the {@link SamplePackages}. Works only where
 * {@code etc/org.sanban.sample.cfg} says {@code load=true}, and once for each state of the files.
 */
@Component(
        service = {},
        immediate = true,
        configurationPid = "org.sanban.sample",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class SampleMatters {
    private static final Logger LOG = LoggerFactory.getLogger(SampleMatters.class);
    private static final Actor ACTOR = Actor.system("sample", "610926000000");

    /** What can be set. */
    public @interface Config {
        /** Whether to load the sample county. */
        boolean load() default false;
    }

    @Activate
    public SampleMatters(
            @Reference MatterService matters,
            @Reference MatterStore store,
            @Reference ScopeStore scopes,
            @Reference OneThingService things,
            Config config)
            throws IOException {
        if (config.load()) {
            load(matters, store);
            SampleScopes.load(matters, scopes, ACTOR);
            SamplePackages.load(things, ACTOR);
        }
    }

    /** Guides first: the list lacks their columns and so leaves them alone. */
    static void load(MatterService matters, MatterStore store) throws IOException {
        load("sample-guides.csv", "示例：据公开资料编写", matters, store);
        load("sample-matters-511602.csv", "四川广安 广安区 示例", matters, store);
    }

    private static void load(String file, String source, MatterService matters, MatterStore store) throws IOException {
        byte[] bytes;
        try (InputStream in = SampleMatters.class.getResourceAsStream(file)) {
            bytes = in.readAllBytes();
        }
        if (store.imported(Digest.sha256(bytes))) {
            return;
        }
        try {
            ImportReport report =
                    matters.load(new ByteArrayInputStream(bytes), file, source, true, true, ACTOR, line -> {});
            if (!report.applied()) {
                LOG.error(
                        "{} was not loaded: {} wrong lines, the first {}",
                        file,
                        report.errors(),
                        report.lines().get(0));
            }
        } catch (Problem e) {
            LOG.warn("{} was not loaded here, another node may be loading it: {}", file, e.getMessage());
        }
    }
}
