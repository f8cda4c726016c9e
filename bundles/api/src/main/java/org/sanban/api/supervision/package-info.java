// SPDX-License-Identifier: Apache-2.0
/** Supervision (督查): notices of criticism and rectification, and how the plan's tasks stand in each town. */
@Export
@Version("1.0.0")
package org.sanban.api.supervision;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
