// SPDX-License-Identifier: Apache-2.0
/** Local transactions, as every bundle that owns tables does them. */
@Export
@Version("1.0.0")
package org.sanban.data;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
