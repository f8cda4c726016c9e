// SPDX-License-Identifier: Apache-2.0
package org.sanban.supervision.internal;

import org.sanban.data.test.TestDatabase;

class DerbyBoardStoreTest extends BoardStoreTest {
    @Override
    TestDatabase open() {
        return TestDatabase.derby("supervision");
    }
}
