// SPDX-License-Identifier: Apache-2.0
package org.sanban.registry.internal;

import org.sanban.data.test.TestDatabase;

class DerbyTeamStoreTest extends TeamStoreTest {
    @Override
    TestDatabase open() {
        return TestDatabase.derby("registry");
    }
}
