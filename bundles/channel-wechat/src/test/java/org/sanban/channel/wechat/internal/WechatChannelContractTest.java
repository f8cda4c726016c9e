// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.wechat.internal;

import org.sanban.api.channel.ChannelAdapter;
import org.sanban.api.test.TellingChannelContract;

class WechatChannelContractTest extends TellingChannelContract {
    @Override
    protected ChannelAdapter adapter(String base, int timeoutSeconds) {
        return new WechatChannel(Settings.at(base, "timeoutSeconds", timeoutSeconds));
    }

    @Override
    protected ChannelAdapter unconfigured() {
        return new WechatChannel(Settings.of());
    }
}
