// SPDX-License-Identifier: Apache-2.0
/** Cases (办件): how one is submitted, acted on, followed and found, and what a service mode is. */
@Export
@Version("1.0.0")
package org.sanban.api.cases;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
