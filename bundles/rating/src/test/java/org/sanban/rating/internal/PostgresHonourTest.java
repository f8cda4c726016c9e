// SPDX-License-Identifier: Apache-2.0
package org.sanban.rating.internal;

import org.sanban.data.test.TestDatabase;

class PostgresHonourTest extends HonourTest {
    @Override
    TestDatabase open() {
        return TestDatabase.postgres("rating");
    }
}
