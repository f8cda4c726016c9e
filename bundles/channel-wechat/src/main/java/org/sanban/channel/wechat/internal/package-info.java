// SPDX-License-Identifier: Apache-2.0
/** WeChat service account and mini program (微信). */
package org.sanban.channel.wechat.internal;
