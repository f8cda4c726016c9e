// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.sms.internal;

import org.sanban.api.channel.MessageService;

/**
 * What came in from the provider: receipts (回执) and people who want no more messages (退订). The platform has written it
 * down when a method returns; when one throws, the provider must not be told that it was taken.
 */
final class Inbox {
    private final MessageService messages;
    private final StopWords stopWords;

    Inbox(MessageService messages, StopWords stopWords) {
        this.messages = messages;
        this.stopWords = stopWords;
    }

    /**
     * What a provider says of a message, or of one part of it.
     *
     * @param reason why it did not arrive, {@code null} when it did
     */
    void receipt(String reference, String reason) {
        messages.receipt(SmsChannel.ID, reference, reason == null, reason);
    }

    /** A reply; of no effect when it is no stop word. */
    void reply(String phone, byte[] text) {
        if (stopWords.said(text)) {
            stop(phone);
        }
    }

    /** A reply as {@link #reply(String, byte[])}. */
    void reply(String phone, String text) {
        if (stopWords.said(text)) {
            stop(phone);
        }
    }

    private void stop(String phone) {
        Phone.local(phone).ifPresent(local -> messages.unbind(SmsChannel.ID, local));
    }
}
