// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.douyin.internal;

import org.sanban.api.channel.ChannelAdapter;
import org.sanban.api.test.TellingChannelContract;

class DouyinChannelContractTest extends TellingChannelContract {
    @Override
    protected ChannelAdapter adapter(String base, int timeoutSeconds) {
        return new DouyinChannel(Settings.at(base, "timeoutSeconds", timeoutSeconds));
    }

    @Override
    protected ChannelAdapter unconfigured() {
        return new DouyinChannel(Settings.of());
    }
}
