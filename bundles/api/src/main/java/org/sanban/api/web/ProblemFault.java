// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.web;

import java.io.Serial;

/**
 * The typed fault of every SOAP operation. Endpoints declare it, so that it stands in the WSDL, and never make one: they
 * throw {@link org.sanban.api.problem.Problem}, and the SOAP door answers with this.
 */
public class ProblemFault extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient ProblemDetail detail;

    public ProblemFault(String message, ProblemDetail detail) {
        super(message);
        this.detail = detail;
    }

    /** What JAX-WS writes as the fault's detail. */
    public ProblemDetail getFaultInfo() {
        return detail;
    }
}
