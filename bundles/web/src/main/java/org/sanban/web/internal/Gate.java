// SPDX-License-Identifier: Apache-2.0
package org.sanban.web.internal;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerRequestFilter;
import javax.ws.rs.ext.Provider;
import org.apache.cxf.jaxrs.ext.ContextProvider;
import org.apache.cxf.jaxrs.model.OperationResourceInfo;
import org.apache.cxf.jaxrs.utils.JAXRSUtils;
import org.apache.cxf.message.Message;
import org.sanban.api.identity.Actor;
import org.sanban.api.identity.Channel;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;
import org.sanban.api.web.Public;

/** Lets known callers in, and everyone where the method is {@link Public}; gives methods their {@link Actor}. */
@Provider
final class Gate implements ContainerRequestFilter, ContextProvider<Actor> {
    private static final Texts TEXTS = Texts.of(Gate.class);
    private static final String BEARER = "Bearer ";

    private final Logins logins;
    private final Map<Method, Boolean> open = new ConcurrentHashMap<>();

    Gate(Logins logins) {
        this.logins = logins;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        Message message = JAXRSUtils.getCurrentMessage();
        OperationResourceInfo operation = message.getExchange().get(OperationResourceInfo.class);
        if (operation != null && open(operation.getAnnotatedMethod())) {
            return;
        }
        String authorization = request.getHeaderString("Authorization");
        if (authorization == null || !authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            throw Problem.unauthenticated(TEXTS.get("login.required"));
        }
        String token = authorization.substring(BEARER.length()).strip();
        message.put(Actor.class, logins.ask(identity -> identity.authenticate(token, Channel.REST)));
    }

    @Override
    public Actor createContext(Message message) {
        return message.get(Actor.class);
    }

    private boolean open(Method method) {
        return open.computeIfAbsent(
                method,
                m -> m.isAnnotationPresent(Public.class)
                        || m.getDeclaringClass().isAnnotationPresent(Public.class));
    }
}
