// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.print;

import org.osgi.annotation.versioning.ConsumerType;
import org.sanban.api.cases.Case;
import org.sanban.api.problem.Text;

/** A paper that can be printed from a case: entrustment agreement (委托协议), receipt (受理单). Registered as a service. */
@ConsumerType
public interface PaperForm {
    /** Key in addresses, small letters, digits and {@code -}: {@code entrustment}. */
    String id();

    /** What people read. */
    Text name();

    /** Whether it can be printed from the case as it is. */
    boolean fits(Case c);

    /** The paper, filled in. */
    Sheet fill(Case c);
}
