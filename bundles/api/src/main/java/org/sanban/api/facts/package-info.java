// SPDX-License-Identifier: Apache-2.0
/** The facts a check, a score or a light came from. */
@Export
@Version("1.0.0")
package org.sanban.api.facts;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
