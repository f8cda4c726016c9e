// SPDX-License-Identifier: Apache-2.0
package org.sanban.data.internal;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import org.junit.jupiter.api.Test;

class UnitsTest {
    /** Declarative Services unbinds what is bound after it has deactivated the component. */
    @Test
    void aUnitMayGoAfterTheStop() {
        Units units = new Units(null, null);
        units.stop();
        assertDoesNotThrow(() -> units.remove(() -> "unit"));
    }
}
