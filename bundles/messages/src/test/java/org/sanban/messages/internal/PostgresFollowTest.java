// SPDX-License-Identifier: Apache-2.0
package org.sanban.messages.internal;

import org.sanban.data.test.TestDatabase;

class PostgresFollowTest extends FollowTest {
    @Override
    TestDatabase open() {
        return TestDatabase.postgres("messages");
    }
}
