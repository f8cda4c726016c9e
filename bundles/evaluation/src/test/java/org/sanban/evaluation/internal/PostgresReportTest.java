// SPDX-License-Identifier: Apache-2.0
package org.sanban.evaluation.internal;

import org.sanban.data.test.TestDatabase;

class PostgresReportTest extends ReportTest {
    @Override
    TestDatabase open() {
        return TestDatabase.postgres("evaluation");
    }
}
