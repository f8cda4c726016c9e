// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.sms.internal;

import java.util.Optional;
import org.sanban.api.channel.Answer;
import org.sanban.api.problem.Text;

/** Stands where nothing, or something wrong, was configured. */
record NoProvider(Text why) implements Provider {
    @Override
    public Optional<Text> fault() {
        return Optional.of(why);
    }

    @Override
    public boolean connected() {
        return false;
    }

    @Override
    public Answer send(Sms sms) {
        return Answer.later(why.zh(), null);
    }
}
