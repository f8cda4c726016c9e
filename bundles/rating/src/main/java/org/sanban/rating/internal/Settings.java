// SPDX-License-Identifier: Apache-2.0
package org.sanban.rating.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What can be set: {@code etc/org.sanban.rating.cfg}. */
@ObjectClassDefinition(name = "Sanban star rating")
public @interface Settings {
    /** Its persistent identity. */
    String PID = "org.sanban.rating";

    @AttributeDefinition(name = "Plaque role", description = "Role of accounts that give and withdraw plaques")
    String plaqueRole() default "political-legal";

    @AttributeDefinition(name = "Plaque unit", description = "Unit that gives plaques, as it stands on them")
    String plaqueUnit() default "县委政法委";

    @AttributeDefinition(name = "Refresh", description = "Seconds between two rounds over all sites, 10 to 86400")
    int refreshSeconds() default 600;
}
