// SPDX-License-Identifier: Apache-2.0
/** 12345: work orders, appointments by telephone, and Open311. */
package org.sanban.channel.hotline.internal;
