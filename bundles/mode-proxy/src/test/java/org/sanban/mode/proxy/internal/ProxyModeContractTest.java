// SPDX-License-Identifier: Apache-2.0
package org.sanban.mode.proxy.internal;

import org.sanban.api.cases.ServiceMode;
import org.sanban.api.test.FakeMatters;
import org.sanban.api.test.FakeRegistry;
import org.sanban.api.test.ServiceModeContract;

class ProxyModeContractTest extends ServiceModeContract {
    @Override
    protected ServiceMode mode() {
        return new ProxyMode(new FakeRegistry(), new FakeMatters());
    }
}
