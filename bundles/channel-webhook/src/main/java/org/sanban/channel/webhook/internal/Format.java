// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.webhook.internal;

/** How an event lies in a request (CloudEvents HTTP binding). */
public enum Format {
    /** The whole event is the body, so that the signature covers all of it. */
    STRUCTURED,
    /** The body is the event's data, the rest stands in headers {@code ce-*}. */
    BINARY
}
