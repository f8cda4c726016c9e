// SPDX-License-Identifier: Apache-2.0
/** Workflows as other tools and people's eyes take them: BPMN 2.0 and a drawing. */
@Export
@Version("1.0.0")
package org.sanban.api.workflows;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
