// SPDX-License-Identifier: Apache-2.0
/** Exchange with the provincial platform (省级平台对接). */
package org.sanban.channel.province.internal;
