// SPDX-License-Identifier: Apache-2.0
package org.sanban.web.internal;

import java.util.Locale;
import org.apache.cxf.message.Message;
import org.osgi.service.component.annotations.Component;
import org.sanban.api.identity.Actor;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;
import org.sanban.api.web.Callers;

/** Who calls the SOAP operation that runs, as {@link UsernameToken} found. */
@Component(service = Callers.class)
public final class SoapCallers implements Callers {
    private static final Texts TEXTS = Texts.of(SoapCallers.class);

    @Override
    public Actor actor() {
        Message request = Calls.request();
        Actor actor = request == null ? null : request.getExchange().get(Actor.class);
        if (actor == null) {
            throw Problem.unauthenticated(TEXTS.get("username.required"));
        }
        return actor;
    }

    @Override
    public Locale language() {
        return Calls.language();
    }
}
