// SPDX-License-Identifier: Apache-2.0
package org.sanban.web.internal;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.Objects;
import java.util.function.LongSupplier;
import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Whether the heap is nearly full of what is in use. What waits to be collected does not count: a small heap is regularly
 * filled with it, which is no fault.
 */
@Component(
        service = HealthCheck.class,
        property = {"hc.name=Memory", "hc.tags=liveness"})
public final class MemoryCheck implements HealthCheck {
    /** Percent of the heap from which collecting takes a growing part of the time. */
    private static final int WARN = 85;

    /** Percent from which little else is done than collecting. */
    private static final int CRITICAL = 95;

    private static final long MEGABYTE = 1 << 20;

    private final LongSupplier inUse;
    private final long most;

    @Activate
    public MemoryCheck() {
        this(MemoryCheck::afterCollection, Runtime.getRuntime().maxMemory());
    }

    MemoryCheck(LongSupplier inUse, long most) {
        this.inUse = inUse;
        this.most = most;
    }

    /** Bytes that each part of the heap held after it was last collected; 0 for one that never was. */
    private static long afterCollection() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getCollectionUsage)
                .filter(Objects::nonNull)
                .mapToLong(MemoryUsage::getUsed)
                .sum();
    }

    @Override
    public Result execute() {
        FormattingResultLog log = new FormattingResultLog();
        long bytes = inUse.getAsLong();
        long percent = bytes * 100 / most;
        String said = "{} of {} MB heap ({} %) were in use after the last collection";
        Object[] numbers = {bytes / MEGABYTE, most / MEGABYTE, percent};
        if (percent >= CRITICAL) {
            log.critical(said, numbers);
        } else if (percent >= WARN) {
            log.warn(said, numbers);
        } else {
            log.info(said, numbers);
        }
        return new Result(log);
    }
}
