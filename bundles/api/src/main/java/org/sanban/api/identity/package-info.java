// SPDX-License-Identifier: Apache-2.0
/** Who acts, on whose behalf, and what they may see. */
@Export
@Version("1.1.0")
package org.sanban.api.identity;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
