// SPDX-License-Identifier: Apache-2.0
package org.sanban.matters.internal.takeover;

import org.sanban.data.test.TestDatabase;

class DerbyTakeOverStoreTest extends TakeOverStoreTest {
    @Override
    TestDatabase open() {
        return TestDatabase.derby("matters");
    }
}
