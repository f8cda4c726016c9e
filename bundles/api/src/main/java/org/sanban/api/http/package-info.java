// SPDX-License-Identifier: Apache-2.0
/** Asking somebody outside over HTTP, however ill they behave. */
@Export
@Version("1.0.0")
package org.sanban.api.http;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
