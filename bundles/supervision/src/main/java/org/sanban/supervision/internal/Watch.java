// SPDX-License-Identifier: Apache-2.0
package org.sanban.supervision.internal;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.web.MetricSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks for limits that are over: a notice tells the county so in its own history, a complaint is marked. Nodes that share
 * a database all look; a row is locked, so that one of them tells. What it last saw is measured.
 */
@Component(service = MetricSource.class, immediate = true)
public final class Watch implements MetricSource {
    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
    private static final int PART = 200;

    private final NoticeStore notices;
    private final Complaints complaints;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "sanban-supervision");
        thread.setDaemon(true);
        return thread;
    });
    private volatile long lateNotices;
    private volatile long lateComplaints;

    @Activate
    public Watch(
            @Reference NoticeStore notices, @Reference Complaints complaints, @Reference SupervisionSettings settings) {
        this(notices, complaints);
        timer.scheduleWithFixedDelay(this::watch, settings.watch(), settings.watch(), TimeUnit.SECONDS);
    }

    Watch(NoticeStore notices, Complaints complaints) {
        this.notices = notices;
        this.complaints = complaints;
    }

    @Deactivate
    void stop() {
        timer.shutdown();
    }

    private void watch() {
        try {
            int told = look();
            if (told > 0) {
                LOG.debug("{} late notices were told upwards", told);
            }
        } catch (RuntimeException e) {
            LOG.warn("limits of notices and complaints could not be looked at, tried again: {}", e.toString());
            LOG.debug("limits", e);
        }
    }

    /** Tells what is due now; returns how many notices were told. */
    int look() {
        int told = 0;
        List<Long> part;
        do {
            part = notices.overdue(PART);
            for (long id : part) {
                told += notices.escalate(id) ? 1 : 0;
            }
        } while (part.size() == PART);
        lateNotices = notices.count(new Filter()
                .and("r.state in ('ISSUED', 'ANSWERED', 'SENT_BACK')")
                .and("r.lateOn is not null"));
        lateComplaints = complaints.look();
        return told;
    }

    @Override
    public List<Metric> metrics() {
        return List.of(
                new Metric(
                        "sanban_supervision_late_notices",
                        "Notices that were late and are not closed.",
                        false,
                        Map.of(),
                        lateNotices),
                new Metric(
                        "sanban_supervision_late_complaints",
                        "Complaints that are late and not answered.",
                        false,
                        Map.of(),
                        lateComplaints));
    }
}
