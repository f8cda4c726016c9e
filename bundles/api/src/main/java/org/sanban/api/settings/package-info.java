// SPDX-License-Identifier: Apache-2.0
/** What operators set in files. */
@Export
@Version("1.0.0")
package org.sanban.api.settings;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
