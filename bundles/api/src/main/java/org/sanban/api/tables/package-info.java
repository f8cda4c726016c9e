// SPDX-License-Identifier: Apache-2.0
/** Spreadsheets (xlsx, csv) that people send in, read line by line by one reader. */
@Export
@Version("1.0.0")
package org.sanban.api.tables;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
