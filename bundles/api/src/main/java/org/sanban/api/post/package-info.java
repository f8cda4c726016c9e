// SPDX-License-Identifier: Apache-2.0
/** Parcels and the carriers that know where they are (R102). */
@Export
@Version("1.0.0")
package org.sanban.api.post;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
