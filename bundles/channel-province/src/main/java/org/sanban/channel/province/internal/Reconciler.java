// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.province.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;
import org.sanban.channel.province.internal.Books.Difference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares each day with the other side once it is over (对账): from the configured hour on, every day of the last month
 * that was not compared since it ended, so that none is missed while nothing ran.
 */
@Component(service = Reconciler.class, immediate = true)
public final class Reconciler {
    private static final Logger LOG = LoggerFactory.getLogger(Reconciler.class);
    private static final Texts TEXTS = Texts.of(Reconciler.class);
    private static final Duration LEASE = Duration.ofHours(1);
    private static final Duration AGAIN = Duration.ofHours(1);
    private static final int BACK_DAYS = 31;
    private static final int PAGE = 500;
    private static final int STOP_SECONDS = 30;

    private final Archive archive;
    private final Outbox outbox;
    private final Books books;
    private final Leases leases;
    private final ProvinceChannel channel;
    private final InstantSource clock;
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "sanban-province-books");
        thread.setDaemon(true);
        return thread;
    });
    private final ReentrantLock one = new ReentrantLock();
    private volatile boolean stopped;
    private Instant notBefore = Instant.EPOCH;

    @Activate
    public Reconciler(
            @Reference Archive archive,
            @Reference Outbox outbox,
            @Reference Books books,
            @Reference Leases leases,
            @Reference ProvinceChannel channel) {
        this(archive, outbox, books, leases, channel, InstantSource.system());
        worker.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.MINUTES);
    }

    Reconciler(
            Archive archive, Outbox outbox, Books books, Leases leases, ProvinceChannel channel, InstantSource clock) {
        this.archive = archive;
        this.outbox = outbox;
        this.books = books;
        this.leases = leases;
        this.channel = channel;
        this.clock = clock;
    }

    @Deactivate
    void stop() {
        stopped = true;
        worker.shutdown();
        channel.cancel();
        try {
            worker.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            if (!clock.instant().isBefore(notBefore)) {
                catchUp();
            }
        } catch (RuntimeException e) {
            LOG.warn("days could not be compared with the provincial platform, tried again: {}", e.toString());
            LOG.debug("comparing", e);
        }
    }

    /** Compares what is due; returns what came of it. */
    List<Books.Report> catchUp() {
        List<Books.Report> reports = new ArrayList<>();
        for (LocalDate day : due()) {
            if (stopped) {
                break;
            }
            Books.Report report = reconcile(day);
            reports.add(report);
            if (!report.done()) {
                notBefore = clock.instant().plus(AGAIN);
                break;
            }
        }
        return reports;
    }

    private List<LocalDate> due() {
        if (channel.fault().isPresent() || !channel.terms().way().compares()) {
            return List.of();
        }
        ZonedDateTime now = clock.instant().atZone(Moments.ZONE);
        LocalDate last =
                now.toLocalDate().minusDays(now.getHour() >= channel.terms().hour() ? 1 : 2);
        LocalDate oldest = last.minusDays(BACK_DAYS);
        LocalDate first = archive.firstDay().orElse(last.plusDays(1));
        LocalDate from = first.isBefore(oldest) ? oldest : first;
        Set<LocalDate> done = books.done(from);
        return from.isAfter(last)
                ? List.of()
                : from.datesUntil(last.plusDays(1))
                        .filter(day -> !done.contains(day))
                        .toList();
    }

    /**
     * Compares a day now.
     *
     * @throws Problem conflict, while another comparison runs; unavailable, when the other side cannot be asked
     */
    Books.Report reconcile(LocalDate day) {
        Way way = channel.terms().way();
        if (!way.compares()) {
            throw Problem.unavailable(TEXTS.get("compare.none"));
        }
        if (!one.tryLock()) {
            throw Problem.conflict(TEXTS.get("compare.running"));
        }
        try {
            return reconcile(day, way);
        } finally {
            one.unlock();
        }
    }

    private Books.Report reconcile(LocalDate day, Way way) {
        if (!leases.take(Leases.RECONCILE, LEASE)) {
            throw Problem.conflict(TEXTS.get("compare.running"));
        }
        Comparison comparison = new Comparison(day, archive, way, books, () -> stopped);
        try {
            Books.Tally tally = comparison.run();
            int differences = tally.missingThere() + tally.missingHere() + tally.differing();
            if (differences > 0) {
                LOG.warn("{} records of {} differ from what the provincial platform has", differences, day);
            }
            return books.end(day, tally, null);
        } catch (NotSent e) {
            return books.end(day, comparison.tally(), e.getMessage());
        } finally {
            leases.give(Leases.RECONCILE);
        }
    }

    /** Has what is missing or different on the other side sent again; returns how many records. */
    int resend(LocalDate day) {
        int count = 0;
        String after = "";
        List<Difference> part;
        do {
            part = books.differences(day, after, PAGE);
            count += outbox.again(part.stream()
                    .filter(one -> one.kind() != Difference.Kind.MISSING_HERE)
                    .map(Difference::guid)
                    .toList());
            after = part.isEmpty() ? after : part.get(part.size() - 1).guid();
        } while (part.size() == PAGE);
        return count;
    }
}
