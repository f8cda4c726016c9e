// SPDX-License-Identifier: Apache-2.0
package org.sanban.evaluation.internal;

import org.sanban.data.test.TestDatabase;

class PostgresInvitationTest extends InvitationTest {
    @Override
    TestDatabase open() {
        return TestDatabase.postgres("evaluation");
    }
}
