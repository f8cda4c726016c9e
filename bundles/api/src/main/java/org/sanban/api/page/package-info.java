// SPDX-License-Identifier: Apache-2.0
/** Lists, paged by key. */
@Export
@Version("1.0.0")
package org.sanban.api.page;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
