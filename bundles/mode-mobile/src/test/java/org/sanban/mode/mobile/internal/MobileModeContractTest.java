// SPDX-License-Identifier: Apache-2.0
package org.sanban.mode.mobile.internal;

import org.sanban.api.cases.ServiceMode;
import org.sanban.api.test.ServiceModeContract;

class MobileModeContractTest extends ServiceModeContract {
    @Override
    protected ServiceMode mode() {
        return new Point().mode();
    }
}
