// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.sms.internal;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;

/** Message centres often write an id in hexadecimal where they take a message, and in decimal in its receipt. */
enum ReceiptIds {
    SAME(10, 10),
    HEX_DECIMAL(16, 10),
    DECIMAL_HEX(10, 16);

    private final int response;
    private final int receipt;

    ReceiptIds(int response, int receipt) {
        this.response = response;
        this.receipt = receipt;
    }

    static ReceiptIds of(String field, String written) {
        String known = Checks.oneOf(field, written, List.of("same", "hex-decimal", "decimal-hex"));
        return valueOf(known.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** The reference for the id that submit_sm_resp gave. */
    String ofResponse(String id) {
        return decimal(id, response);
    }

    /** The reference for the id that stands in a receipt. */
    String ofReceipt(String id) {
        return decimal(id, receipt);
    }

    private String decimal(String id, int radix) {
        if (this == SAME) {
            return id;
        }
        try {
            return new BigInteger(id, radix).toString();
        } catch (NumberFormatException e) {
            return id;
        }
    }
}
