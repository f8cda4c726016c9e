// SPDX-License-Identifier: Apache-2.0
package org.sanban.console.internal;

import java.lang.annotation.Annotation;
import org.sanban.api.test.Samples;

/** What the console of the sample county is set to. */
record ConsoleConfig(String language) implements Console.Config {
    @Override
    public String division() {
        return Samples.COUNTY;
    }

    @Override
    public Class<? extends Annotation> annotationType() {
        return Console.Config.class;
    }
}
