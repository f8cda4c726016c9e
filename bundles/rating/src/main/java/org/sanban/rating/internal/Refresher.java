// SPDX-License-Identifier: Apache-2.0
package org.sanban.rating.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.settings.Checked;
import org.sanban.api.settings.Configured;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Computes in the background where every site stands, so that lists read and never count: every so often, and within
 * seconds of another table, period or site.
 */
@Component(service = Configured.class, immediate = true, configurationPid = Settings.PID)
public final class Refresher implements Configured {
    private static final Logger LOG = LoggerFactory.getLogger(Refresher.class);
    private static final int LOOK_SECONDS = 10;
    private static final int STOP_SECONDS = 10;

    private final StarManager stars;
    private final Duration refresh;
    private final List<String> faults;
    private StarManager.Basis last;
    private Instant at = Instant.EPOCH;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "sanban-stars");
        thread.setDaemon(true);
        return thread;
    });

    @Activate
    public Refresher(@Reference StarManager stars, Settings settings) {
        Checked<Settings> checked =
                Checked.of(Settings.class, Settings.PID, settings).range("refreshSeconds", 10, 86_400);
        this.faults = checked.faults();
        this.stars = stars;
        this.refresh = Duration.ofSeconds(checked.settings(LOG::warn).refreshSeconds());
        timer.scheduleWithFixedDelay(this::look, LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public List<String> faults() {
        return faults;
    }

    /** Lets the site that is being computed end: Derby takes an interrupted thread for a broken connection. */
    @Deactivate
    void stop() {
        timer.shutdown();
        try {
            if (!timer.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                timer.shutdownNow();
            }
        } catch (InterruptedException e) {
            timer.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            StarManager.Basis basis = stars.basis();
            Instant now = Instant.now();
            if (!basis.equals(last) || !now.isBefore(at.plus(refresh))) {
                LOG.debug("{} standings computed", stars.refresh(timer::isShutdown));
                last = basis;
                at = now;
            }
        } catch (RuntimeException e) {
            if (!timer.isShutdown()) {
                LOG.warn("standings could not be computed, tried again: {}", e.toString());
                LOG.debug("standings", e);
            }
        }
    }
}
