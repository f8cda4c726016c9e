// SPDX-License-Identifier: Apache-2.0
/** The ledger of sites (场所台账): what the standards ask of each, what is missing, and who has no substitute. */
@Export
@Version("1.0.0")
package org.sanban.api.ledger;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
