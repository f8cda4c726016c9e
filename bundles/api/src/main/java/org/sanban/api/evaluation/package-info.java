// SPDX-License-Identifier: Apache-2.0
/** How citizens rate how they were served (好差评), as other systems are told of it. */
@Export
@Version("1.0.0")
package org.sanban.api.evaluation;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
