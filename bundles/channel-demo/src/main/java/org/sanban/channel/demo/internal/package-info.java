// SPDX-License-Identifier: Apache-2.0
/** Simulated outside parties of the channels, for tests and demonstrations. */
package org.sanban.channel.demo.internal;
