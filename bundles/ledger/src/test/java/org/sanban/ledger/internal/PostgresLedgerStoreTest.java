// SPDX-License-Identifier: Apache-2.0
package org.sanban.ledger.internal;

import org.sanban.data.test.TestDatabase;

class PostgresLedgerStoreTest extends LedgerStoreTest {
    @Override
    TestDatabase open() {
        return TestDatabase.postgres("ledger");
    }
}
