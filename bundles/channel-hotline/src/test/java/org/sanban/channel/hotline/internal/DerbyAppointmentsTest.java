// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.hotline.internal;

import org.sanban.data.test.TestDatabase;

class DerbyAppointmentsTest extends AppointmentsTest {
    @Override
    TestDatabase open() {
        return TestDatabase.derby("hotline");
    }
}
