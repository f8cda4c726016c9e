// SPDX-License-Identifier: Apache-2.0
package org.sanban.ledger.internal;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.sanban.api.settings.Checked;
import org.sanban.api.settings.Configured;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the notice leaves open, set by the operator and shown with its source wherever it decides. */
@Component(
        service = {LedgerSettings.class, Configured.class},
        configurationPid = LedgerSettings.PID)
@Designate(ocd = LedgerSettings.Config.class)
public final class LedgerSettings implements Configured {
    static final String PID = "org.sanban.ledger";
    private static final Logger LOG = LoggerFactory.getLogger(LedgerSettings.class);

    /** What can be set. */
    @ObjectClassDefinition(name = "Sanban ledger")
    public @interface Config {
        @AttributeDefinition(name = "Evidence", description = "For how many days what was seen on the spot counts")
        int evidenceDays() default 365;

        @AttributeDefinition(
                name = "Months",
                description = "In how many months, the running one among them, a site must have had cases")
        int months() default 12;

        @AttributeDefinition(name = "Source", description = "Where these numbers come from, shown to whoever asks why")
        String source() default "平台默认值，县里未规定";
    }

    private final int evidenceDays;
    private final int months;
    private final String source;
    private final List<String> faults;

    @Activate
    public LedgerSettings(Config config) {
        this(Checked.of(Config.class, PID, config)
                .range("evidenceDays", 1, Integer.MAX_VALUE)
                .range("months", 1, Integer.MAX_VALUE));
    }

    private LedgerSettings(Checked<Config> checked) {
        Config config = checked.settings(LOG::warn);
        this.evidenceDays = config.evidenceDays();
        this.months = config.months();
        this.source = config.source();
        this.faults = checked.faults();
    }

    LedgerSettings(int evidenceDays, int months, String source) {
        this.evidenceDays = evidenceDays;
        this.months = months;
        this.source = source;
        this.faults = List.of();
    }

    @Override
    public List<String> faults() {
        return faults;
    }

    int evidenceDays() {
        return evidenceDays;
    }

    int months() {
        return months;
    }

    String source() {
        return source;
    }
}
