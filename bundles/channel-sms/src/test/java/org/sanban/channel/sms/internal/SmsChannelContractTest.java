// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.sms.internal;

import org.sanban.api.channel.ChannelAdapter;
import org.sanban.api.test.TellingChannelContract;

class SmsChannelContractTest extends TellingChannelContract {
    @Override
    protected ChannelAdapter adapter(String base, int timeoutSeconds) {
        return new SmsChannel(
                Settings.http(base).set("timeoutSeconds", timeoutSeconds).config(), new FakeMessages());
    }

    @Override
    protected ChannelAdapter unconfigured() {
        return new SmsChannel(new Settings().config(), new FakeMessages());
    }
}
