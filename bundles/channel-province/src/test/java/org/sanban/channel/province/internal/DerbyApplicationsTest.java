// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.province.internal;

import org.sanban.data.test.TestDatabase;

class DerbyApplicationsTest extends ApplicationsTest {
    @Override
    TestDatabase open() {
        return TestDatabase.derby("province");
    }
}
