// SPDX-License-Identifier: Apache-2.0
package org.sanban.evaluation.internal;

import org.sanban.data.test.TestDatabase;

class PostgresRectificationTest extends RectificationTest {
    @Override
    TestDatabase open() {
        return TestDatabase.postgres("evaluation");
    }
}
