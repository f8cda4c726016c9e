// SPDX-License-Identifier: Apache-2.0
/** Government service matters (政务服务事项), their guides, and their versions. */
@Export
@Version("1.0.0")
package org.sanban.api.matters;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
