// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.hotline.internal;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sets the last day of orders that could not be told before their year's calendar was there, so that they turn late by
 * themselves.
 */
@Component(
        service = {},
        immediate = true)
public final class Watch {
    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
    private static final int LOOK_SECONDS = 60;
    private static final int PART = 200;

    private final HotlineStore store;
    private final Steps steps;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "sanban-hotline-watch");
        thread.setDaemon(true);
        return thread;
    });

    @Activate
    public Watch(@Reference HotlineStore store, @Reference Orders orders) {
        this(store, orders.steps());
        timer.scheduleWithFixedDelay(this::watch, 0, LOOK_SECONDS, TimeUnit.SECONDS);
    }

    Watch(HotlineStore store, Steps steps) {
        this.store = store;
        this.steps = steps;
    }

    @Deactivate
    void stop() {
        timer.shutdown();
    }

    private void watch() {
        try {
            look();
        } catch (RuntimeException e) {
            LOG.warn("limits of orders could not be looked at, tried again: {}", e.toString());
            LOG.debug("limits", e);
        }
    }

    /** Sets what can be told now. */
    void look() {
        long after = 0;
        for (List<OrderEntity> part = store.undated(after, PART); !part.isEmpty(); part = store.undated(after, PART)) {
            for (OrderEntity row : part) {
                after = row.id;
                if (steps.last(row).isPresent()) {
                    store.in(ledger -> {
                        steps.due(ledger.order(row.id));
                        return null;
                    });
                }
            }
        }
    }
}
