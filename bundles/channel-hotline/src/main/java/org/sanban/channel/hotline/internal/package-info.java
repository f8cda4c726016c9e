// SPDX-License-Identifier: Apache-2.0
/** 12345: work orders, appointments and evaluation by telephone; Open311. */
package org.sanban.channel.hotline.internal;
