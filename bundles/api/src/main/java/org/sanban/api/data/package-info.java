// SPDX-License-Identifier: Apache-2.0
/** How a bundle that owns tables gets them migrated before its persistence unit starts. */
@Export
@Version("1.0.0")
package org.sanban.api.data;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
