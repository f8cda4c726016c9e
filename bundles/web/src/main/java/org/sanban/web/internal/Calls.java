// SPDX-License-Identifier: Apache-2.0
package org.sanban.web.internal;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.PhaseInterceptorChain;

/** The call that runs on this thread, as CXF knows it. */
final class Calls {
    private Calls() {}

    /** The request of the call that runs, or null outside one. */
    static Message request() {
        Message message = PhaseInterceptorChain.getCurrentMessage();
        return message == null ? null : message.getExchange().getInMessage();
    }

    /** The language the caller asks for. */
    static Locale language() {
        return Language.of(header(request(), "Accept-Language"));
    }

    /** The first value of a header, or null. */
    static String header(Message request, String name) {
        if (request == null || !(request.get(Message.PROTOCOL_HEADERS) instanceof Map<?, ?> headers)) {
            return null;
        }
        Object values = headers.get(name);
        if (values == null) {
            values = headers.entrySet().stream()
                    .filter(header -> name.equalsIgnoreCase(String.valueOf(header.getKey())))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse(null);
        }
        return values instanceof List<?> list && !list.isEmpty() ? String.valueOf(list.get(0)) : null;
    }
}
