// SPDX-License-Identifier: Apache-2.0
package org.sanban.mode.window.internal;

import org.sanban.api.cases.ServiceMode;
import org.sanban.api.test.ServiceModeContract;

class WindowModeContractTest extends ServiceModeContract {
    @Override
    protected ServiceMode mode() {
        return new WindowMode();
    }
}
