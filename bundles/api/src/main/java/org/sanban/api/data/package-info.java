// SPDX-License-Identifier: Apache-2.0
/** What a bundle keeps: in tables, which are migrated before its persistence unit starts, and in memory. */
@Export
@Version("1.1.0")
package org.sanban.api.data;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
