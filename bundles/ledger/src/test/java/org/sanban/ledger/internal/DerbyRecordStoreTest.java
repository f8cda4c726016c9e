// SPDX-License-Identifier: Apache-2.0
package org.sanban.ledger.internal;

import org.sanban.data.test.TestDatabase;

class DerbyRecordStoreTest extends RecordStoreTest {
    @Override
    TestDatabase open() {
        return TestDatabase.derby("ledger");
    }
}
