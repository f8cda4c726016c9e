// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.web;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A class with JAX-WS annotations, registered as a service, is published at {@code /api/soap/<name>} on a server of its
 * own while it is registered, with its WSDL at {@code ?wsdl}: document/literal, problems as the typed fault
 * {@code ProblemFault}.
 *
 * <p>Callers are known by a WS-Security UsernameToken. The endpoint asks {@link Callers#actor()} of the {@link Callers}
 * service for the caller of the request that runs.
 */
@ConsumerType
public interface SoapEndpoint {
    /** Noun with a capital: {@code Case}. */
    String name();
}
