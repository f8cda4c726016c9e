// SPDX-License-Identifier: Apache-2.0
/** What pages of plugins are made of. */
@Export
@Version("1.0.0")
package org.sanban.web;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
