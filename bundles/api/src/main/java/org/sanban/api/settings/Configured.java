// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.settings;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/** A part that operators set in a file, registered so that {@code /system/health} tells what is set wrong. */
@ConsumerType
public interface Configured {
    /** What is set wrong now, each with file, key, value and what is allowed, as {@link Checked#faults()} words it. */
    List<String> faults();
}
