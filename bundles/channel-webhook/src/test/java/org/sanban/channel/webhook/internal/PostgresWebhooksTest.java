// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.webhook.internal;

import org.sanban.data.test.TestDatabase;

class PostgresWebhooksTest extends WebhooksTest {
    @Override
    TestDatabase open() {
        return TestDatabase.postgres("webhook");
    }
}
