// SPDX-License-Identifier: Apache-2.0
package org.sanban.matters.internal.postings;

import org.sanban.data.test.TestDatabase;

class PostgresPostingStoreTest extends PostingStoreTest {
    @Override
    TestDatabase open() {
        return TestDatabase.postgres("matters");
    }
}
