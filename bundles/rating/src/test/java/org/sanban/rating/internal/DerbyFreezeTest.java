// SPDX-License-Identifier: Apache-2.0
package org.sanban.rating.internal;

import org.sanban.data.test.TestDatabase;

class DerbyFreezeTest extends FreezeTest {
    @Override
    TestDatabase open() {
        return TestDatabase.derby("rating");
    }
}
