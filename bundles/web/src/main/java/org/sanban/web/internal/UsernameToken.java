// SPDX-License-Identifier: Apache-2.0
package org.sanban.web.internal;

import java.util.Set;
import javax.xml.namespace.QName;
import org.apache.cxf.binding.soap.SoapMessage;
import org.apache.cxf.binding.soap.interceptor.AbstractSoapInterceptor;
import org.apache.cxf.headers.Header;
import org.apache.cxf.phase.Phase;
import org.sanban.api.identity.Actor;
import org.sanban.api.identity.Channel;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * WS-Security UsernameToken with a plain password (PasswordText), which belongs on TLS. A digest cannot be checked, since
 * only hashes of passwords are kept; it is refused with words that say so.
 */
final class UsernameToken extends AbstractSoapInterceptor {
    private static final String WSSE =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";
    private static final QName SECURITY = new QName(WSSE, "Security");
    private static final Texts TEXTS = Texts.of(UsernameToken.class);

    private final Logins logins;

    UsernameToken(Logins logins) {
        super(Phase.PRE_PROTOCOL);
        this.logins = logins;
    }

    @Override
    public Set<QName> getUnderstoodHeaders() {
        return Set.of(SECURITY);
    }

    @Override
    public void handleMessage(SoapMessage message) {
        Header header = message.getHeader(SECURITY);
        if (header == null || !(header.getObject() instanceof Element security)) {
            return;
        }
        Element token = child(security, "UsernameToken");
        Element password = token == null ? null : child(token, "Password");
        if (password == null || password.getAttribute("Type").endsWith("#PasswordDigest")) {
            throw SoapProblems.fault(Problem.unauthenticated(TEXTS.get("token.plain")), message);
        }
        Element login = child(token, "Username");
        try {
            String name = login == null ? "" : login.getTextContent().strip();
            Actor actor = logins.ask(identity -> identity.authenticate(name, password.getTextContent(), Channel.SOAP));
            message.getExchange().put(Actor.class, actor);
        } catch (Problem problem) {
            throw SoapProblems.fault(problem, message);
        }
    }

    private static Element child(Element parent, String name) {
        NodeList children = parent.getChildNodes();
        for (int i = 0; i < children.getLength(); i++) {
            Node node = children.item(i);
            if (node instanceof Element element
                    && WSSE.equals(node.getNamespaceURI())
                    && name.equals(node.getLocalName())) {
                return element;
            }
        }
        return null;
    }
}
