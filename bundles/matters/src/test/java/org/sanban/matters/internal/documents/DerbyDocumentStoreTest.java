// SPDX-License-Identifier: Apache-2.0
package org.sanban.matters.internal.documents;

import org.sanban.data.test.TestDatabase;

class DerbyDocumentStoreTest extends DocumentStoreTest {
    @Override
    TestDatabase open() {
        return TestDatabase.derby("matters");
    }
}
