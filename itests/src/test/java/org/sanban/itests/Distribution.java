// SPDX-License-Identifier: Apache-2.0
package org.sanban.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;

/** One distribution for all test classes, started with the first and stopped after the last; a failure shows its log. */
public final class Distribution implements BeforeAllCallback, AfterTestExecutionCallback {
    private static Sanban running;

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .getOrComputeIfAbsent(Distribution.class, type -> start());
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        if (context.getExecutionException().isPresent()) {
            running.showLog("after " + context.getDisplayName());
        }
    }

    /** The running one. */
    static Sanban get() {
        return running;
    }

    private static CloseableResource start() {
        running = Sanban.start("distribution");
        return () -> {
            running.stop();
            assertEquals("", running.trouble(), "the log of the whole run, stopping included");
        };
    }
}
