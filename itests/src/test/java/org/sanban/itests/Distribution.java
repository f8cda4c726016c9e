// SPDX-License-Identifier: Apache-2.0
package org.sanban.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;
import org.junit.jupiter.api.extension.TestInstanceFactoryContext;
import org.junit.jupiter.api.extension.TestInstancePreConstructCallback;

/**
 * One distribution for all test classes, started with the first and stopped after the last; a failure shows its log. No
 * test begins shortly before midnight.
 */
public final class Distribution
        implements BeforeAllCallback, TestInstancePreConstructCallback, AfterTestExecutionCallback {
    private static Sanban running;
    private static LocalDate loaded;

    @Override
    public void beforeAll(ExtensionContext context) {
        Calendars.awaitDay();
        context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .getOrComputeIfAbsent(Distribution.class, type -> start());
    }

    @Override
    public void preConstructTestInstance(TestInstanceFactoryContext factory, ExtensionContext context) {
        Calendars.awaitDay();
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

    /** The day on which its sample county was loaded, and which that speaks of as today. */
    static LocalDate loaded() {
        return loaded;
    }

    private static CloseableResource start() {
        loaded = Calendars.today();
        running = Sanban.start("distribution");
        return () -> {
            running.stop();
            assertEquals("", running.trouble(), "the log of the whole run, stopping included");
        };
    }
}
