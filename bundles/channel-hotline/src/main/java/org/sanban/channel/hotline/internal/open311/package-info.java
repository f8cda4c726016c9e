// SPDX-License-Identifier: Apache-2.0
/** The hotline's open door: Open311 GeoReport v2. */
package org.sanban.channel.hotline.internal.open311;
