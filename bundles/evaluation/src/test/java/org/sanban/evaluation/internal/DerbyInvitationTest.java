// SPDX-License-Identifier: Apache-2.0
package org.sanban.evaluation.internal;

import org.sanban.data.test.TestDatabase;

class DerbyInvitationTest extends InvitationTest {
    @Override
    TestDatabase open() {
        return TestDatabase.derby("evaluation");
    }
}
