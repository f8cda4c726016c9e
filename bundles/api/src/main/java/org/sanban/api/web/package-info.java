// SPDX-License-Identifier: Apache-2.0
/** What a bundle registers to be reachable over REST and SOAP and to be measured. */
@Export
@Version("1.1.0")
package org.sanban.api.web;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
