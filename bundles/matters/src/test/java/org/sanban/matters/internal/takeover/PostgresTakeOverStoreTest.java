// SPDX-License-Identifier: Apache-2.0
package org.sanban.matters.internal.takeover;

import org.sanban.data.test.TestDatabase;

class PostgresTakeOverStoreTest extends TakeOverStoreTest {
    @Override
    TestDatabase open() {
        return TestDatabase.postgres("matters");
    }
}
