// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.hotline.internal;

import org.sanban.data.test.TestDatabase;

class DerbyLimitsTest extends LimitsTest {
    @Override
    TestDatabase open() {
        return TestDatabase.derby("hotline");
    }
}
