// SPDX-License-Identifier: Apache-2.0
package org.sanban.web.internal;

import java.util.Locale;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;

/** Reads and answers XML that names no charset as UTF-8, which every sender means; CXF takes it for Latin 1. */
final class Utf8 extends AbstractPhaseInterceptor<Message> {
    Utf8() {
        super(Phase.RECEIVE);
    }

    @Override
    public void handleMessage(Message message) {
        Object type = message.get(Message.CONTENT_TYPE);
        if (type == null || !type.toString().toLowerCase(Locale.ROOT).contains("charset=")) {
            message.put(Message.ENCODING, "UTF-8");
        }
    }
}
