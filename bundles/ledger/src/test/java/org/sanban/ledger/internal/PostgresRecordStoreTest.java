// SPDX-License-Identifier: Apache-2.0
package org.sanban.ledger.internal;

import org.sanban.data.test.TestDatabase;

class PostgresRecordStoreTest extends RecordStoreTest {
    @Override
    TestDatabase open() {
        return TestDatabase.postgres("ledger");
    }
}
