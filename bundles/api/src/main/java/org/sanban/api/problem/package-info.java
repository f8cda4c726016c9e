// SPDX-License-Identifier: Apache-2.0
/** What a caller did wrong or cannot have, in Chinese and English. */
@Export
@Version("1.0.0")
package org.sanban.api.problem;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
