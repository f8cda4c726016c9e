// SPDX-License-Identifier: Apache-2.0
package org.sanban.matters.internal;

import org.sanban.data.test.TestDatabase;

class DerbyScopeStoreTest extends ScopeStoreTest {
    @Override
    TestDatabase open() {
        return TestDatabase.derby("matters");
    }
}
