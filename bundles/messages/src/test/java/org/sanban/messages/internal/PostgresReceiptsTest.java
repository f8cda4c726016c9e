// SPDX-License-Identifier: Apache-2.0
package org.sanban.messages.internal;

import org.sanban.data.test.TestDatabase;

class PostgresReceiptsTest extends ReceiptsTest {
    @Override
    TestDatabase open() {
        return TestDatabase.postgres("messages");
    }
}
