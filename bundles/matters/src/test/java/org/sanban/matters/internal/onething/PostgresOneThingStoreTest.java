// SPDX-License-Identifier: Apache-2.0
package org.sanban.matters.internal.onething;

import org.sanban.data.test.TestDatabase;

class PostgresOneThingStoreTest extends OneThingStoreTest {
    @Override
    TestDatabase open() {
        return TestDatabase.postgres("matters");
    }
}
