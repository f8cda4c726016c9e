// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.cases;

/**
 * A booking with the case it is for.
 *
 * @param id key of the booking, for paging
 * @param number the case's number
 * @param matterName what it is about
 * @param booking what is booked, and when
 */
public record BookedTime(String id, String number, String matterName, Booking booking) {}
