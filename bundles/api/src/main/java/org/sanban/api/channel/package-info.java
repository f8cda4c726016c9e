// SPDX-License-Identifier: Apache-2.0
/** Doors at which people are told, and through which they come: WeChat, Douyin, text messages, 12345. */
@Export
@Version("2.0.0")
package org.sanban.api.channel;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
