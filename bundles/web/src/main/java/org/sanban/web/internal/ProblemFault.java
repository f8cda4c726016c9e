// SPDX-License-Identifier: Apache-2.0
package org.sanban.web.internal;

import java.io.Serial;
import java.util.ArrayList;
import java.util.List;
import javax.xml.bind.annotation.XmlAccessType;
import javax.xml.bind.annotation.XmlAccessorType;
import javax.xml.bind.annotation.XmlElement;
import javax.xml.bind.annotation.XmlRootElement;
import javax.xml.bind.annotation.XmlType;
import javax.xml.ws.WebFault;

/** The typed fault that every SOAP operation declares in its WSDL; endpoints throw {@code Problem} and know no fault. */
@WebFault(name = "ProblemFault", targetNamespace = ProblemFault.NAMESPACE)
public final class ProblemFault extends Exception {
    /** Namespace of the fault's detail, the same in every WSDL. */
    static final String NAMESPACE = "urn:sanban:problem";

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Info info;

    ProblemFault(Info info) {
        super(info.detail, null, false, false);
        this.info = info;
    }

    /** The fault's detail, by the rule of JAX-WS. */
    public Info getFaultInfo() {
        return info;
    }

    /** What {@code application/problem+json} says, as XML. */
    @XmlRootElement(name = "ProblemFault", namespace = NAMESPACE)
    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(
            name = "ProblemFault",
            namespace = NAMESPACE,
            propOrder = {"kind", "detail", "incident", "violations"})
    public static final class Info {
        @XmlElement(namespace = NAMESPACE, required = true)
        String kind;

        @XmlElement(namespace = NAMESPACE, required = true)
        String detail;

        @XmlElement(namespace = NAMESPACE)
        String incident;

        @XmlElement(name = "violation", namespace = NAMESPACE)
        List<Violation> violations = new ArrayList<>();
    }

    /** One wrong field. */
    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(
            name = "Violation",
            namespace = NAMESPACE,
            propOrder = {"field", "message"})
    public static final class Violation {
        @XmlElement(namespace = NAMESPACE, required = true)
        String field;

        @XmlElement(namespace = NAMESPACE, required = true)
        String message;
    }
}
