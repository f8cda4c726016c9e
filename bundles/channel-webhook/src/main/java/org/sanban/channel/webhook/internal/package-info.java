// SPDX-License-Identifier: Apache-2.0
/** Other systems subscribe to what happens: CloudEvents over HTTP. */
package org.sanban.channel.webhook.internal;
