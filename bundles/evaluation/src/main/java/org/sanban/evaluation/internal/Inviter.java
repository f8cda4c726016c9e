// SPDX-License-Identifier: Apache-2.0
package org.sanban.evaluation.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.cases.Case;
import org.sanban.api.cases.Status;
import org.sanban.api.cases.WorkCalendar;
import org.sanban.api.data.Moments;
import org.sanban.api.identity.Actor;
import org.sanban.api.journal.JournalEntry;
import org.sanban.api.journal.JournalListener;
import org.sanban.api.journal.JournalService;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.registry.Division;
import org.sanban.api.registry.RegistryService;
import org.sanban.api.registry.Staff;

/**
 * Invites the citizen to rate when a result was handed over, an application was refused, or a visit is over, in every
 * mode there is (R69). Who was met then is who is rated; whoever had a hand in the case is noted, so that none of them
 * speaks for the citizen.
 */
@Component(service = JournalListener.class, property = "listener.id=evaluation")
public final class Inviter implements JournalListener {
    private static final String PLATFORM = "sanban:";

    private final EvaluationStore store;
    private final Terms terms;
    private final JournalService journal;
    private final RegistryService registry;
    private final WorkCalendar calendar;

    @Activate
    public Inviter(
            @Reference EvaluationStore store,
            @Reference Terms terms,
            @Reference JournalService journal,
            @Reference RegistryService registry,
            @Reference WorkCalendar calendar) {
        this.store = store;
        this.terms = terms;
        this.journal = journal;
        this.registry = registry;
        this.calendar = calendar;
    }

    @Override
    public void on(JournalEntry entry, Case state) {
        String occasion = occasion(entry, state);
        if (occasion != null) {
            InvitationEntity row = invitation(entry, state);
            row.occasion = occasion;
            store.invite(row, entry.account().equals(row.person) ? entry.actor() : row.person);
        }
    }

    /** A case ends once, whatever follows its hand-over; each visit is an occasion of its own. */
    private String occasion(JournalEntry entry, Case state) {
        boolean ended = entry.status().ended() && entry.status() != Status.WITHDRAWN;
        boolean handedOver = entry.kind() == JournalEntry.Kind.DELIVERED || entry.kind() == JournalEntry.Kind.REFUSED;
        if (ended || handedOver) {
            return "end";
        }
        return terms.visit(state.mode(), entry.action()) ? "visit-" + entry.seq() : null;
    }

    private InvitationEntity invitation(JournalEntry entry, Case state) {
        Actor platform = Actor.system("evaluation", state.division());
        List<JournalEntry> entries = entries(entry, platform);
        InvitationEntity row = new InvitationEntity();
        row.number = state.number();
        row.division = state.division();
        row.town = Division.town(row.division);
        row.county = Division.county(row.division);
        row.site = state.site();
        row.mode = state.mode();
        row.matter = state.matter();
        row.matterName = state.matterName();
        row.person = entry.account().startsWith(PLATFORM) ? state.firstAsked() : entry.account();
        row.window = window(row, platform);
        row.staff = InvitationEntity.joined(staff(entries, state));
        row.services = String.join(",", services(entry, entries, state));
        row.invitedAt = Moments.micros(entry.at());
        row.expiresAt = Moments.micros(entry.at().plus(Duration.ofDays(terms.linkDays())));
        return row;
    }

    /** What had happened by then. */
    private List<JournalEntry> entries(JournalEntry last, Actor platform) {
        List<JournalEntry> all = new ArrayList<>();
        Page<JournalEntry> page = new Page<>(List.of(), "");
        while (page.next() != null) {
            page = journal.entries(last.number(), new PageRequest(page.next(), PageRequest.MAX), platform);
            page.items().stream().filter(one -> one.seq() <= last.seq()).forEach(all::add);
        }
        return all;
    }

    private static Set<String> staff(List<JournalEntry> entries, Case state) {
        Set<String> accounts = new HashSet<>();
        entries.stream()
                .map(JournalEntry::account)
                .filter(account -> !account.startsWith(PLATFORM))
                .forEach(accounts::add);
        if (state.firstAsked() != null) {
            accounts.add(state.firstAsked());
        }
        return accounts;
    }

    private List<String> services(JournalEntry entry, List<JournalEntry> entries, Case state) {
        List<String> services = new ArrayList<>(List.of(state.mode()));
        if (calendar.afterHours(entry.at())) {
            services.add("extended");
        }
        if (entries.stream().anyMatch(one -> one.detail().containsKey("bookings"))) {
            services.add("appointment");
        }
        return services;
    }

    private Integer window(InvitationEntity row, Actor platform) {
        Page<Staff> page = new Page<>(List.of(), "");
        while (row.person != null && page.next() != null) {
            page = registry.staff(row.site, new PageRequest(page.next(), PageRequest.MAX), platform);
            for (Staff one : page.items()) {
                if (row.person.equals(one.account())) {
                    return one.window();
                }
            }
        }
        return null;
    }
}
