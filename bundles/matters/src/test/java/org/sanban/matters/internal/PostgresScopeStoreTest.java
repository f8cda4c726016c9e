// SPDX-License-Identifier: Apache-2.0
package org.sanban.matters.internal;

import org.sanban.data.test.TestDatabase;

class PostgresScopeStoreTest extends ScopeStoreTest {
    @Override
    TestDatabase open() {
        return TestDatabase.postgres("matters");
    }
}
