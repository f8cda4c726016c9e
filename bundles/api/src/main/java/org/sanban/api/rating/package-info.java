// SPDX-License-Identifier: Apache-2.0
/** Star rating (星级评定): what data can say of a site, whoever owns the data. */
@Export
@Version("1.0.0")
package org.sanban.api.rating;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
