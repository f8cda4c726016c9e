// SPDX-License-Identifier: Apache-2.0
/** What shell commands of all bundles share, whatever the shell. */
@Export
@Version("1.0.0")
package org.sanban.api.shell;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
