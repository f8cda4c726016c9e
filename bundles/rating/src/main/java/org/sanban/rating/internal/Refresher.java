// SPDX-License-Identifier: Apache-2.0
package org.sanban.rating.internal;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Computes in the background where every site stands, so that lists read and never count. */
@Component(
        service = {},
        immediate = true,
        configurationPid = Settings.PID)
public final class Refresher {
    private static final Logger LOG = LoggerFactory.getLogger(Refresher.class);
    private static final int FIRST_SECONDS = 10;

    private final StarManager stars;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "sanban-stars");
        thread.setDaemon(true);
        return thread;
    });

    @Activate
    public Refresher(@Reference StarManager stars, Settings settings) {
        if (settings.refreshSeconds() < 10 || settings.refreshSeconds() > 86_400) {
            throw new IllegalArgumentException("org.sanban.rating: refreshSeconds must be 10 to 86400");
        }
        this.stars = stars;
        timer.scheduleWithFixedDelay(this::refresh, FIRST_SECONDS, settings.refreshSeconds(), TimeUnit.SECONDS);
    }

    @Deactivate
    void stop() {
        timer.shutdownNow();
    }

    private void refresh() {
        try {
            LOG.debug("{} standings computed", stars.refresh());
        } catch (RuntimeException e) {
            if (!timer.isShutdown()) {
                LOG.warn("standings could not be computed, tried again: {}", e.toString());
                LOG.debug("standings", e);
            }
        }
    }
}
