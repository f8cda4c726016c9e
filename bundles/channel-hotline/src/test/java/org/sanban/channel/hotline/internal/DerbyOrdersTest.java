// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.hotline.internal;

import org.sanban.data.test.TestDatabase;

class DerbyOrdersTest extends OrdersTest {
    @Override
    TestDatabase open() {
        return TestDatabase.derby("hotline");
    }
}
