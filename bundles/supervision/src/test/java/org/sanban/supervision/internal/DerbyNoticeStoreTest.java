// SPDX-License-Identifier: Apache-2.0
package org.sanban.supervision.internal;

import org.sanban.data.test.TestDatabase;

class DerbyNoticeStoreTest extends NoticeStoreTest {
    @Override
    TestDatabase open() {
        return TestDatabase.derby("supervision");
    }
}
