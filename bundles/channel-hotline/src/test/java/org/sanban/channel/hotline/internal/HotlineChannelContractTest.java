// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.hotline.internal;

import java.util.Map;
import java.util.Optional;
import org.sanban.api.channel.ChannelAdapter;
import org.sanban.api.test.ChannelAdapterContract;

/** It takes and does not tell: of the contract, what a channel is called and how it says what keeps it from working. */
class HotlineChannelContractTest extends ChannelAdapterContract {
    @Override
    protected ChannelAdapter adapter(String base) {
        return new HotlineChannel(Configured.settings(Configured.centre(base)), Optional::empty);
    }

    /** It needs no setting; an address without the secret that goes with it is what can be missing. */
    @Override
    protected ChannelAdapter unconfigured() {
        return new HotlineChannel(
                Configured.settings(Map.of("centreUrl", "https://example.org/answers")), Optional::empty);
    }
}
