// SPDX-License-Identifier: Apache-2.0
package org.sanban.statistics.internal;

import org.sanban.data.test.TestDatabase;

class DerbyLedgerTest extends LedgerTest {
    @Override
    TestDatabase open() {
        return TestDatabase.derby("statistics");
    }
}
