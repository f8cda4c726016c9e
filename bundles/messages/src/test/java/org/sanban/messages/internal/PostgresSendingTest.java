// SPDX-License-Identifier: Apache-2.0
package org.sanban.messages.internal;

import org.sanban.data.test.TestDatabase;

class PostgresSendingTest extends SendingTest {
    @Override
    TestDatabase open() {
        return TestDatabase.postgres("messages");
    }
}
