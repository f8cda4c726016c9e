// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.post;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A carrier, or a service that knows the parcels of several. Registered with the service property {@code carrier.id}
 * ({@code ems}).
 */
@ConsumerType
public interface Carrier {
    /** What people read: 中国邮政. */
    String name();

    /** How many seconds must lie between two questions about one waybill; asked more often, it may be refused. */
    int restSeconds();

    /**
     * Where a parcel is.
     *
     * @param waybill 1 to 40 letters and digits
     * @param phoneEnding last four digits of the sender's or receiver's phone, {@code null} where the carrier asks for none
     * @throws org.sanban.api.problem.Problem not found, when the carrier does not know it (yet); unavailable, when it cannot
     *     be asked now
     */
    Tracking track(String waybill, String phoneEnding);
}
