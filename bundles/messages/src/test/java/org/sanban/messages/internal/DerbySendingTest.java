// SPDX-License-Identifier: Apache-2.0
package org.sanban.messages.internal;

import org.sanban.data.test.TestDatabase;

class DerbySendingTest extends SendingTest {
    @Override
    TestDatabase open() {
        return TestDatabase.derby("messages");
    }
}
