// SPDX-License-Identifier: Apache-2.0
/** Papers printed from cases and matters: agreements, receipts, notices, as data that one printer sets. */
@Export
@Version("1.0.0")
package org.sanban.api.print;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
