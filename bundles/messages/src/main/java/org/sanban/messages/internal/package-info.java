// SPDX-License-Identifier: Apache-2.0
/** Tells applicants what happens to their cases, and keeps what came of each message (消息). */
package org.sanban.messages.internal;
