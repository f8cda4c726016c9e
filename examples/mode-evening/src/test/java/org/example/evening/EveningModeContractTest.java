// SPDX-License-Identifier: Apache-2.0
package org.example.evening;

import java.time.InstantSource;
import org.sanban.api.cases.ServiceMode;
import org.sanban.api.test.ServiceModeContract;

class EveningModeContractTest extends ServiceModeContract {
    @Override
    protected ServiceMode mode() {
        return new EveningMode(InstantSource.system(), 18, 20);
    }
}
