// SPDX-License-Identifier: Apache-2.0
package org.sanban.web.internal;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.sanban.api.settings.Checked;
import org.sanban.api.settings.Configured;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How much is read of a request: {@code etc/org.sanban.web.cfg}. A change closes no door. */
@Component(
        service = {Limits.class, Configured.class},
        configurationPid = Limits.PID)
@Designate(ocd = Limits.Config.class)
public final class Limits implements Configured {
    static final String PID = "org.sanban.web";
    private static final Logger LOG = LoggerFactory.getLogger(Limits.class);

    /** What can be set. */
    @ObjectClassDefinition(name = "Sanban web")
    public @interface Config {
        @AttributeDefinition(name = "Largest body", description = "Largest JSON or XML request in bytes")
        long largestBody() default 1024 * 1024;

        @AttributeDefinition(name = "Largest upload", description = "Largest file or import in bytes")
        long largestUpload() default 50L * 1024 * 1024;
    }

    private volatile Config config;
    private volatile List<String> faults;

    @Activate
    public Limits(Config config) {
        modified(config);
    }

    /** Takes over what is set from the next request on. */
    @Modified
    public void modified(Config given) {
        Checked<Config> checked = Checked.of(Config.class, PID, given)
                .range("largestBody", 1, Long.MAX_VALUE)
                .range("largestUpload", 1, Long.MAX_VALUE);
        faults = checked.faults();
        config = checked.settings(LOG::warn);
    }

    @Override
    public List<String> faults() {
        return faults;
    }

    long largestBody() {
        return config.largestBody();
    }

    long largestUpload() {
        return config.largestUpload();
    }
}
