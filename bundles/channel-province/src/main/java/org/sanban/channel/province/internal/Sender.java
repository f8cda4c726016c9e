// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.province.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.problem.Problem;
import org.sanban.channel.province.internal.Outbox.Settled;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what waits, in order, a batch of different cases at a time. While the other side is down everything waits in the database, and it is
 * tried again after pauses that grow; where it refuses a whole batch, the batch is halved until the record to blame is
 * found.
 */
@Component(service = Sender.class, immediate = true)
public final class Sender {
    private static final Logger LOG = LoggerFactory.getLogger(Sender.class);
    private static final Duration IDLE = Duration.ofSeconds(1);
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final int STOP_SECONDS = 30;

    /** A case has some six records one after the other, of which one goes into a batch. */
    private static final int LOOK_AHEAD = 4;

    private static final Verdict NO_WORD = Verdict.later("没有确认 / no acknowledgement");

    private final Outbox outbox;
    private final Archive archive;
    private final Applications applications;
    private final Composer composer;
    private final Ratings ratings;
    private final Leases leases;
    private final ProvinceChannel channel;
    private final Pause pause;
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "sanban-province");
        thread.setDaemon(true);
        return thread;
    });
    private int most = Integer.MAX_VALUE;
    private volatile boolean stopped;
    private volatile ScheduledFuture<?> upcoming;

    @Activate
    public Sender(
            @Reference Outbox outbox,
            @Reference Archive archive,
            @Reference Applications applications,
            @Reference Composer composer,
            @Reference Ratings ratings,
            @Reference Leases leases,
            @Reference ProvinceChannel channel) {
        this(
                outbox,
                archive,
                applications,
                composer,
                ratings,
                leases,
                channel,
                new Pause(System::nanoTime, () -> ThreadLocalRandom.current().nextDouble()));
        next(IDLE);
    }

    Sender(
            Outbox outbox,
            Archive archive,
            Applications applications,
            Composer composer,
            Ratings ratings,
            Leases leases,
            ProvinceChannel channel,
            Pause pause) {
        this.outbox = outbox;
        this.archive = archive;
        this.applications = applications;
        this.composer = composer;
        this.ratings = ratings;
        this.leases = leases;
        this.channel = channel;
        this.pause = pause;
    }

    /** Ends after the batch that is being sent; never by interrupting, which embedded Derby takes badly. */
    @Deactivate
    void stop() {
        stopped = true;
        ScheduledFuture<?> waiting = upcoming;
        if (waiting != null) {
            waiting.cancel(false);
        }
        worker.shutdown();
        channel.cancel();
        try {
            if (worker.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                leases.give(Leases.SEND);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.debug("the lease runs out by itself", e);
        }
    }

    private void next(Duration after) {
        try {
            upcoming = worker.schedule(this::work, after.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("stopped");
        }
    }

    private void work() {
        Duration after = IDLE;
        try {
            after = round();
        } catch (RuntimeException e) {
            failed(e.toString(), pause.begin(null));
            LOG.debug("sending", e);
        }
        next(after);
    }

    /** How sending stands. */
    record Standing(String trouble, Duration pause) {}

    Standing standing() {
        return new Standing(channel.trouble(), pause.left());
    }

    /** Tries again at once. */
    void hurry() {
        pause.end();
    }

    /** Sends a batch; returns how long to wait before the next. */
    Duration round() {
        if (stopped
                || channel.fault().isPresent()
                || !pause.left().isZero()
                || (!ratings.due(channel.terms()) && archive.oldest().isEmpty())
                || !leases.take(Leases.SEND, LEASE)) {
            return IDLE;
        }
        Terms terms = channel.terms();
        if (ratings.due(terms)) {
            ratings.collect();
        }
        int limit = Math.min(most, terms.batch());
        Outbox.Batch batch = outbox.next(LOOK_AHEAD * limit, ratings.told(terms));
        List<Waiting> first = first(batch.records(), limit);
        List<Settled> settled = new ArrayList<>();
        List<Row> rows = rows(first, terms, settled);
        try {
            Map<String, Verdict> verdicts =
                    rows.isEmpty() ? Map.of() : terms.way().send(rows);
            for (Row row : rows) {
                Verdict verdict = verdicts.getOrDefault(row.record().guid(), NO_WORD);
                settled.add(new Settled(row.record().id(), verdict, row.digest()));
            }
            putOff(settled);
            worked(terms, rows);
        } catch (NotSent e) {
            notSent(e, rows, settled);
        }
        outbox.settle(settled);
        boolean more = batch.more() || first.size() < batch.records().size();
        return more && pause.left().isZero() ? Duration.ZERO : IDLE;
    }

    /** One of each case: what follows it goes out once it is taken, and never when it is refused. */
    private static List<Waiting> first(List<Waiting> records, int limit) {
        Set<String> cases = new HashSet<>();
        return records.stream()
                .filter(record -> cases.add(record.number()))
                .limit(limit)
                .toList();
    }

    /** What was put off is not tried again at once. */
    private void putOff(List<Settled> settled) {
        settled.stream()
                .map(Settled::verdict)
                .filter(verdict -> verdict.outcome() == Verdict.Outcome.LATER)
                .findFirst()
                .ifPresent(verdict -> failed(verdict.reason(), pause.begin(null)));
    }

    /** Records that do not fit are settled at once. */
    private List<Row> rows(List<Waiting> records, Terms terms, List<Settled> settled) {
        Map<String, String> projects =
                applications.projects(records.stream().map(Waiting::number).toList());
        List<Row> rows = new ArrayList<>();
        for (Waiting record : records) {
            try {
                rows.add(composer.row(record, projects.get(record.number()), terms));
            } catch (Unfit e) {
                settled.add(new Settled(record.id(), Verdict.refused(e.getMessage()), null));
            } catch (RuntimeException e) {
                // One case that cannot be read now keeps no other waiting.
                LOG.debug("record {}", record.guid(), e);
                String why = e instanceof Problem problem
                        ? problem.detail().zh()
                        : e.getClass().getSimpleName();
                settled.add(new Settled(record.id(), Verdict.later(why), null));
            }
        }
        return rows;
    }

    private void worked(Terms terms, List<Row> rows) {
        if (!rows.isEmpty() && pause.left().isZero()) {
            pause.end();
            most = Math.min(terms.batch(), Math.max(1, Math.min(most, terms.batch())) * 2);
            if (channel.trouble() != null) {
                LOG.info("the provincial platform takes records again");
                channel.trouble(null);
            }
        }
    }

    private void notSent(NotSent e, List<Row> rows, List<Settled> settled) {
        if (!e.content()) {
            failed(e.getMessage(), pause.begin(e.wished()));
        } else if (rows.size() == 1) {
            Row row = rows.get(0);
            settled.add(new Settled(row.record().id(), Verdict.refused(e.getMessage()), row.digest()));
        } else {
            most = rows.size() / 2;
        }
    }

    private void failed(String why, Duration wait) {
        if (!stopped && channel.trouble() == null) {
            LOG.warn("the provincial platform cannot be told, next try in {} s: {}", wait.toSeconds(), why);
        }
        channel.trouble(why);
    }
}
