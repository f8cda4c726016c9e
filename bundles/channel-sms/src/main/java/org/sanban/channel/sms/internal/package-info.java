// SPDX-License-Identifier: Apache-2.0
/** Text messages, by SMPP or HTTP (短信). */
package org.sanban.channel.sms.internal;
