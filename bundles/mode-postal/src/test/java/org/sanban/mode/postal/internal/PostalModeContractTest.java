// SPDX-License-Identifier: Apache-2.0
package org.sanban.mode.postal.internal;

import org.sanban.api.cases.ServiceMode;
import org.sanban.api.test.ServiceModeContract;

class PostalModeContractTest extends ServiceModeContract {
    @Override
    protected ServiceMode mode() {
        return PostalCase.mode();
    }
}
