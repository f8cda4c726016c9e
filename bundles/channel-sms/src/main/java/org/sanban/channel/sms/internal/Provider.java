// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.sms.internal;

import java.util.Optional;
import org.sanban.api.channel.Answer;
import org.sanban.api.problem.Text;

/** Who carries text messages (短信服务商), in the form they are spoken to. */
interface Provider extends AutoCloseable {
    /** What keeps it from working until somebody changes a setting. */
    default Optional<Text> fault() {
        return Optional.empty();
    }

    /** Whether there is a connection, where one is kept; otherwise whether it works at all. */
    boolean connected();

    Answer send(Sms sms);

    @Override
    default void close() {}
}
