// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.sms.internal;

/**
 * A text message (短信) as a provider takes it.
 *
 * @param id the same at every try
 * @param phone as the provider wants numbers
 * @param text with signature and link
 */
record Sms(String id, String phone, String text) {
    /** Without what it says and whom it is for. */
    @Override
    public String toString() {
        return "sms " + id;
    }
}
