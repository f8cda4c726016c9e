// SPDX-License-Identifier: Apache-2.0
package org.sanban.matters.internal.postings;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import javax.persistence.PersistenceException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.identity.Actor;
import org.sanban.api.identity.Role;
import org.sanban.api.matters.Posting;
import org.sanban.api.matters.PostingService;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;
import org.sanban.matters.internal.Faults;
import org.sanban.matters.internal.MatterCode;
import org.sanban.matters.internal.Race;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is published where (对外发布, R134). It is the county's, as the catalogue is. */
@Component(service = PostingService.class)
public final class PostingManager implements PostingService {
    private static final Logger LOG = LoggerFactory.getLogger(PostingManager.class);
    private static final Texts TEXTS = Texts.of(PostingManager.class);
    private static final int LONGEST = 500;

    private final PostingStore store;

    @Activate
    public PostingManager(@Reference PostingStore store) {
        this.store = store;
    }

    @Override
    public Posting post(String matter, int version, String channel, String reference, Actor actor) {
        governs(actor);
        Faults faults = new Faults();
        channel(channel, faults);
        faults.text("reference", reference, LONGEST);
        faults.raise();
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        Posting posting = new Posting(MatterCode.normal(matter), version, channel, reference, now, actor.account());
        Posting posted = changing(() -> store.post(posting));
        LOG.info("guide {} version {} is published in {}", posted.matter(), posted.version(), channel);
        return posted;
    }

    @Override
    public void withdraw(String matter, String channel, Actor actor) {
        governs(actor);
        String code = MatterCode.normal(matter);
        if (Boolean.TRUE.equals(changing(() -> store.withdraw(code, channel)))) {
            LOG.info("guide {} is no longer published in {}", code, channel);
        }
    }

    @Override
    public Page<Posting> postings(String channel, boolean outdated, PageRequest page) {
        Faults faults = new Faults();
        channel(channel, faults);
        faults.raise();
        return Page.of(store.postings(channel, outdated, page), page, Posting::matter);
    }

    private static void channel(String channel, Faults faults) {
        if (channel == null || !channel.matches("[a-z0-9-]{1,40}")) {
            faults.add("channel", TEXTS.get("channel", channel == null ? "" : channel));
        }
    }

    private static void governs(Actor actor) {
        actor.require(Role.ADMIN, Role.SYSTEM);
        if (!actor.division().endsWith("000000")) {
            throw Problem.forbidden(TEXTS.get("county.only"));
        }
    }

    private static <R> R changing(Supplier<R> command) {
        try {
            return command.get();
        } catch (PersistenceException e) {
            throw Race.lost(e) ? Problem.conflict(TEXTS.get("raced")) : e;
        }
    }
}
