// SPDX-License-Identifier: Apache-2.0
package org.sanban.web.internal;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.bind.JAXBContext;
import javax.xml.bind.JAXBElement;
import javax.xml.bind.JAXBException;
import javax.xml.namespace.QName;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.cxf.binding.soap.SoapFault;
import org.apache.cxf.binding.soap.SoapMessage;
import org.apache.cxf.binding.soap.interceptor.AbstractSoapInterceptor;
import org.apache.cxf.helpers.CastUtils;
import org.apache.cxf.interceptor.Fault;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.Phase;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;
import org.sanban.api.web.ProblemDetail;
import org.sanban.api.web.ProblemFault;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Whatever goes wrong in a SOAP call, as the typed fault; what is no problem of the caller's, as an incident. */
final class SoapProblems extends AbstractSoapInterceptor {
    private static final Texts TEXTS = Texts.of(SoapProblems.class);
    private static final JAXBContext JAXB = context();

    SoapProblems() {
        super(Phase.PRE_LOGICAL);
    }

    @Override
    public void handleMessage(SoapMessage message) {
        Exception thrown = message.getContent(Exception.class);
        if (thrown instanceof SoapFault done && done.getDetail() != null) {
            return;
        }
        Problem problem = Problems.problem(thrown);
        if (problem != null) {
            message.setContent(Exception.class, fault(problem, message));
            problem.retryAfter().ifPresent(seconds -> comeAgain(message, seconds));
        } else if (!(thrown instanceof Fault fault) || ours(fault)) {
            String detail = TEXTS.get("incident", Problems.incident(thrown)).in(Calls.language());
            message.setContent(Exception.class, new SoapFault(detail, receiver(message)));
        } else {
            String why = cause(thrown).getMessage();
            String detail = TEXTS.get("soap.malformed", why == null ? "-" : why.replaceAll("(?s)\\s+", " "))
                    .in(Calls.language());
            message.setContent(Exception.class, new SoapFault(detail, sender(message)));
        }
    }

    /** SOAP 1.1 has no status but 500 for a fault; that the caller may come again stands in the header. */
    private static void comeAgain(Message message, long seconds) {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        if (message.get(Message.PROTOCOL_HEADERS) instanceof Map<?, ?> there) {
            headers.putAll(CastUtils.cast(there));
        }
        headers.put(Problems.RETRY_AFTER, List.of(Long.toString(seconds)));
        message.put(Message.PROTOCOL_HEADERS, headers);
    }

    /** Whether a fault was thrown by an operation and not by reading its request. */
    private static boolean ours(Fault fault) {
        Throwable cause = fault.getCause();
        return cause instanceof RuntimeException
                && !cause.getClass().getName().startsWith("org.apache.cxf")
                && !cause.getClass().getName().contains("wstx")
                && !cause.getClass().getName().contains("xml");
    }

    private static Throwable cause(Throwable thrown) {
        Throwable t = thrown;
        while (t.getCause() != null) {
            t = t.getCause();
        }
        return t;
    }

    /** A problem as the fault that the WSDL names. */
    static SoapFault fault(Problem problem, SoapMessage message) {
        Locale language = Calls.language();
        boolean callers = problem.kind() != Problem.Kind.UNAVAILABLE;
        SoapFault fault = new SoapFault(problem.detail().in(language), callers ? sender(message) : receiver(message));
        ProblemDetail detail = new ProblemDetail();
        detail.setKind(problem.kind().name());
        detail.setDetail(problem.detail().in(language));
        detail.setRetryAfter(problem.retryAfter().orElse(null));
        detail.setViolation(problem.violations().stream()
                .map(one -> violation(one.field(), one.message().in(language)))
                .toList());
        String namespace =
                message.getExchange().getEndpoint().getService().getName().getNamespaceURI();
        try {
            Document document =
                    DocumentBuilderFactory.newInstance().newDocumentBuilder().newDocument();
            Element element = document.createElement("detail");
            QName name = new QName(namespace, ProblemFault.class.getSimpleName());
            JAXB.createMarshaller().marshal(new JAXBElement<>(name, ProblemDetail.class, detail), element);
            fault.setDetail(element);
        } catch (JAXBException | ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
        return fault;
    }

    private static ProblemDetail.Violation violation(String field, String text) {
        ProblemDetail.Violation violation = new ProblemDetail.Violation();
        violation.setField(field);
        violation.setMessage(text);
        return violation;
    }

    private static QName sender(Message message) {
        return ((SoapMessage) message).getVersion().getSender();
    }

    private static QName receiver(Message message) {
        return ((SoapMessage) message).getVersion().getReceiver();
    }

    private static JAXBContext context() {
        try {
            return JAXBContext.newInstance(ProblemDetail.class);
        } catch (JAXBException e) {
            throw new IllegalStateException(e);
        }
    }
}
