// SPDX-License-Identifier: Apache-2.0
package org.sanban.rating.internal;

import org.sanban.data.test.TestDatabase;

class DerbyScoreStoreTest extends ScoreStoreTest {
    @Override
    TestDatabase open() {
        return TestDatabase.derby("rating");
    }
}
