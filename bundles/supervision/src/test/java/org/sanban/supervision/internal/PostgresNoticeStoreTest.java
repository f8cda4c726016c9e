// SPDX-License-Identifier: Apache-2.0
package org.sanban.supervision.internal;

import org.sanban.data.test.TestDatabase;

class PostgresNoticeStoreTest extends NoticeStoreTest {
    @Override
    TestDatabase open() {
        return TestDatabase.postgres("supervision");
    }
}
