// SPDX-License-Identifier: Apache-2.0
package org.sanban.messages.internal;

import org.sanban.data.test.TestDatabase;

class PostgresTimetableTest extends TimetableTest {
    @Override
    TestDatabase open() {
        return TestDatabase.postgres("messages");
    }
}
