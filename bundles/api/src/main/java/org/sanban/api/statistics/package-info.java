// SPDX-License-Identifier: Apache-2.0
/** Statistics of cases (统计), kept up with the journal and never summed when they are asked for. */
@Export
@Version("1.0.0")
package org.sanban.api.statistics;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
