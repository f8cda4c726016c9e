// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.province.internal;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.sanban.api.evaluation.ExchangedRating;
import org.sanban.api.evaluation.RatingExchange;
import org.sanban.api.evaluation.RatingExchange.Given;
import org.sanban.api.identity.Actor;
import org.sanban.api.journal.JournalService;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;
import org.sanban.data.JdbcTransactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ratings on their way to the province (好差评, R70). The outbox holds which there are, and nothing that was said: that is read
 * when a rating is sent, in the coding that was agreed on then.
 */
@Component(service = Ratings.class)
public final class Ratings {
    /** In the outbox: the first or the second of its case. */
    static final String NTH = "assessNumber";

    private static final Logger LOG = LoggerFactory.getLogger(Ratings.class);
    private static final Actor PLATFORM = Actor.system(ProvinceChannel.ID, "");
    private static final int PAGE = 100;
    private static final Duration LOOK = Duration.ofSeconds(5);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, String>> WORDS = new TypeReference<>() {};

    private final Outbox outbox;
    private final JournalService journal;
    private final JdbcTransactions transactions;
    private final InstantSource clock;
    private volatile Instant next = Instant.EPOCH;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile RatingExchange exchange;

    @Activate
    public Ratings(
            @Reference Outbox outbox,
            @Reference JournalService journal,
            @Reference(target = "(osgi.jndi.service.name=sanban-province)") DataSource dataSource) {
        this(outbox, journal, dataSource, InstantSource.system());
    }

    Ratings(Outbox outbox, JournalService journal, DataSource dataSource, InstantSource clock) {
        this.outbox = outbox;
        this.journal = journal;
        this.transactions = new JdbcTransactions(dataSource, "province");
        this.clock = clock;
    }

    /** Whether ratings can be told: somebody has them, and it is agreed how. */
    boolean told(Terms terms) {
        return exchange != null && terms.ratings() != null;
    }

    /** Whether it is time to look for new ones. */
    boolean due(Terms terms) {
        return told(terms) && !clock.instant().isBefore(next);
    }

    /**
     * Puts a page of what was given since the last time into the outbox, of cases that the province is told of. Where that
     * cannot be read now, it is later, and cases go on.
     */
    void collect() {
        RatingExchange from = exchange;
        if (from == null) {
            return;
        }
        boolean more = false;
        try {
            more = collect(from);
        } catch (RuntimeException e) {
            LOG.debug("ratings cannot be read now", e);
        }
        next = more ? Instant.EPOCH : clock.instant().plus(LOOK);
    }

    private boolean collect(RatingExchange from) {
        Page<Given> page = from.given(new PageRequest(reached(), PAGE), PLATFORM);
        String last = page.items().isEmpty() ? null : add(page.items());
        if (last != null) {
            transactions.update("update province_feed set reached = ? where name = 'ratings'", last);
        }
        return last != null && page.next() != null;
    }

    /** Adds what can be added; returns the key of the last one. */
    private String add(List<Given> ratings) {
        Instant until = caughtUp();
        String last = null;
        for (Given given : ratings) {
            if (!given.at().isBefore(until)) {
                break;
            }
            add(given);
            last = given.key();
        }
        return last;
    }

    private String reached() {
        return transactions
                .rows(
                        "select reached from province_feed where name = 'ratings'",
                        row -> Optional.ofNullable(row.getString(1)))
                .get(0)
                .orElse(null);
    }

    /** Until when the journal was told: what a rating is of must be there before it. */
    private Instant caughtUp() {
        return journal.deliveries(PLATFORM).stream()
                .filter(delivery -> delivery.listener().equals(ProvinceChannel.ID))
                .map(delivery -> delivery.parked() > 0 ? Instant.MIN : delivery.since())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(Instant.MAX);
    }

    private void add(Given given) {
        List<Known> known = outbox.known(given.number());
        if (!known.isEmpty()) {
            NewRecord record = new NewRecord(
                    given.number(),
                    0,
                    Subject.RATING,
                    given.nth(),
                    given.at(),
                    Map.of(NTH, Integer.toString(given.nth())));
            outbox.add(given.division(), List.of(record), known);
        }
    }

    /**
     * What is said of a rating, by column.
     *
     * @param project the case's number on the provincial platform, {@code null} where it did not come from there
     * @throws Unfit when it does not count any more
     */
    Map<String, String> words(Waiting record, String project, Terms terms) throws Unfit {
        Map<String, String> words = new HashMap<>(JSON.convertValue(rating(record, terms), WORDS));
        words.values().removeIf(Objects::isNull);
        words.replaceAll((column, text) -> Subject.RATING.column(column).type() == Column.Type.TIME
                ? Moments.instant(text).toString()
                : text);
        Tasks.Task task = terms.tasks().of(words.get("taskCode"));
        words.put("taskCode", task.task());
        words.put("taskHandleItem", task.item());
        words.put("projectNo", project == null ? record.number() : project);
        words.put("dataSource", terms.dataSource());
        words.putIfAbsent("deptCode", terms.orgCode());
        words.putIfAbsent("proDepart", terms.orgName());
        return words;
    }

    private ExchangedRating rating(Waiting record, Terms terms) throws Unfit {
        RatingExchange from = exchange;
        if (from == null) {
            throw Problem.unavailable(ProvinceChannel.TEXTS.get("ratings.none"));
        }
        try {
            return from.rating(
                    record.number(), Integer.parseInt(record.content().get(NTH)), terms.ratings(), PLATFORM);
        } catch (Problem problem) {
            if (problem.kind() == Problem.Kind.NOT_FOUND) {
                throw new Unfit(problem.detail().zh());
            }
            throw problem;
        }
    }
}
