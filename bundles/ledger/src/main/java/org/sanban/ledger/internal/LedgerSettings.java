// SPDX-License-Identifier: Apache-2.0
package org.sanban.ledger.internal;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What the notice leaves open, set by the operator and shown with its source wherever it decides. */
@Component(service = LedgerSettings.class, configurationPid = "org.sanban.ledger")
@Designate(ocd = LedgerSettings.Config.class)
public final class LedgerSettings {
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

    @Activate
    public LedgerSettings(Config config) {
        this(config.evidenceDays(), config.months(), config.source());
    }

    LedgerSettings(int evidenceDays, int months, String source) {
        this.evidenceDays = Math.max(1, evidenceDays);
        this.months = Math.max(1, months);
        this.source = source;
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
