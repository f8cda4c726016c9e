// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.webhook.internal;

import org.sanban.data.test.TestDatabase;

class DerbyWebhooksTest extends WebhooksTest {
    @Override
    TestDatabase open() {
        return TestDatabase.derby("webhook");
    }
}
