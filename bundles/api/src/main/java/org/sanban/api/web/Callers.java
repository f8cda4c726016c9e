// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.web;

import java.util.Locale;
import org.osgi.annotation.versioning.ProviderType;
import org.sanban.api.identity.Actor;

/** Who calls the SOAP operation that runs. Only endpoints ask; everything behind them is given the Actor. */
@ProviderType
public interface Callers {
    /**
     * The caller, through the channel {@code soap}.
     *
     * @throws org.sanban.api.problem.Problem unauthenticated, when the request carries no UsernameToken
     */
    Actor actor();

    /** The language the caller asks for with {@code Accept-Language}, as in faults: what people read is answered in it. */
    Locale language();
}
