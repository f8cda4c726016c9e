// SPDX-License-Identifier: Apache-2.0
/** Douyin mini program messages and guides (抖音). */
package org.sanban.channel.douyin.internal;
