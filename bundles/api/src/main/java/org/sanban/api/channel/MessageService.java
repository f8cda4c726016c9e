// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.channel;

import java.util.List;
import java.util.Locale;
import org.osgi.annotation.versioning.ProviderType;
import org.sanban.api.identity.Actor;

/**
 * Who is told through which channel, and what came of it. Adapters call it with what comes in from their channel: a
 * person who binds themselves, agrees to messages or no longer, a receipt.
 */
@ProviderType
public interface MessageService {
    /**
     * Makes a code by which the applicant of a case binds an address of theirs: given out at the window, good once and
     * for a short time.
     *
     * @param number the case's number
     * @return 8 digits
     * @throws org.sanban.api.problem.Problem not found; forbidden
     */
    String code(String number, Actor actor);

    /**
     * Binds an address to the person that a code was made for.
     *
     * @param address as the channel names people, at most 120 characters
     * @throws org.sanban.api.problem.Problem invalid, when the code is wrong, used or too old; too many after too many
     *     wrong ones
     */
    void bind(String channel, String address, String code);

    /**
     * Which language somebody is told in from now on. No fault when the address is not bound.
     *
     * @param language English; anything else is Chinese
     */
    void language(String channel, String address, Locale language);

    /** Forgets an address: nothing is sent to it from now on. No fault when it is not bound. */
    void unbind(String channel, String address);

    /**
     * Counts consents that a person gave beforehand (一次性订阅): each buys one message of the template.
     *
     * @param template the template's id at the channel
     * @param more how many were given, 1 to 100
     */
    void consent(String channel, String address, String template, int more);

    /** A person no longer agrees: what was counted for the template is void. */
    void refuse(String channel, String address, String template);

    /** Numbers of the cases of whoever has bound the address, newest first, at most {@code limit}; empty when nobody has. */
    List<String> cases(String channel, String address, int limit);

    /**
     * What the channel said later of a message it took; the first of several counts. It may come before
     * {@link ChannelAdapter#deliver} has returned, and to another node: it is kept until the message is known, for a time.
     *
     * @param reference one of {@link Answer#references}; of several, the message arrived when each has
     * @param arrived whether it reached the receiver
     * @param reason what the channel said where it did not, else {@code null}
     */
    void receipt(String channel, String reference, boolean arrived, String reason);
}
