// SPDX-License-Identifier: Apache-2.0
/** The append-only journal of every case, and who is told of it. */
@Export
@Version("1.0.0")
package org.sanban.api.journal;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
