// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.province.internal;

import java.io.Serial;

/** A record cannot be told as the exchange tables have it; nobody's trying again mends that. */
final class Unfit extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    Unfit(String reason) {
        super(reason, null, false, false);
    }
}
