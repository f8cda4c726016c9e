// SPDX-License-Identifier: Apache-2.0
/** The county's divisions, sites, windows and staff (台账). */
@Export
@Version("1.0.0")
package org.sanban.api.registry;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
