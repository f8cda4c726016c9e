// SPDX-License-Identifier: Apache-2.0
package org.sanban.ledger.internal;

import org.sanban.data.test.TestDatabase;

class PostgresPostStoreTest extends PostStoreTest {
    @Override
    TestDatabase open() {
        return TestDatabase.postgres("ledger");
    }
}
