// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.province.internal;

import org.sanban.data.test.TestDatabase;

class PostgresApplicationsTest extends ApplicationsTest {
    @Override
    TestDatabase open() {
        return TestDatabase.postgres("province");
    }
}
