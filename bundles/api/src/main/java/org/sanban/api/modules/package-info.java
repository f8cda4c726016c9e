// SPDX-License-Identifier: Apache-2.0
/** What the platform is made of: the modules that are installed, what they need, and how they come and go. */
@Export
@Version("1.0.0")
package org.sanban.api.modules;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
