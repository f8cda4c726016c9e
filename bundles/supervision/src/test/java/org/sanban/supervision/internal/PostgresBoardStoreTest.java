// SPDX-License-Identifier: Apache-2.0
package org.sanban.supervision.internal;

import org.sanban.data.test.TestDatabase;

class PostgresBoardStoreTest extends BoardStoreTest {
    @Override
    TestDatabase open() {
        return TestDatabase.postgres("supervision");
    }
}
