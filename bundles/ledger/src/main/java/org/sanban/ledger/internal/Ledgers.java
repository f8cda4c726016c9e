// SPDX-License-Identifier: Apache-2.0
package org.sanban.ledger.internal;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.cases.AttachmentService;
import org.sanban.api.identity.Actor;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.registry.RegistryService;
import org.sanban.api.registry.Staff;

/** What is written down of sites and what was seen there (R7–R16). */
@Component(service = Ledgers.class)
public final class Ledgers {
    private static final PageRequest ALL = new PageRequest(null, PageRequest.MAX);
    private static final BigDecimal LARGEST = BigDecimal.valueOf(100_000);
    private static final int MOST_PLACES = 999;
    private static final int MOST_KINDS = 50;
    private static final int MOST_SPANS = 6;

    private final RegistryService registry;
    private final LedgerStore store;
    private final AttachmentService attachments;
    private final Clock clock = Clock.systemUTC();

    @Activate
    public Ledgers(
            @Reference RegistryService registry,
            @Reference LedgerStore store,
            @Reference AttachmentService attachments) {
        this.registry = registry;
        this.store = store;
        this.attachments = attachments;
    }

    Ledger get(String site, Actor actor) {
        Access.reads(registry.site(site).division(), actor);
        return store.ledger(site);
    }

    /** Writes a ledger as the version after the one it names. */
    Ledger save(Ledger ledger, Actor actor) {
        Access.writes(registry.site(ledger.site()).division(), actor);
        LocalDate today = Moments.today(clock);
        BigDecimal area = ledger.area();
        Faults faults = new Faults()
                .check(
                        area == null || area.signum() > 0 && area.compareTo(LARGEST) <= 0 && area.scale() <= 2,
                        "area",
                        "ledger.area",
                        LARGEST)
                .check(
                        ledger.workplaces() == null || ledger.workplaces() >= 0 && ledger.workplaces() <= MOST_PLACES,
                        "workplaces",
                        "number",
                        0,
                        MOST_PLACES)
                .check(ledger.equipment().size() <= MOST_KINDS, "equipment", "ledger.equipment.many", MOST_KINDS)
                .check((ledger.surveyedOn() == null) == (ledger.surveyor() == null), "surveyor", "ledger.survey")
                .optional("surveyor", ledger.surveyor(), 60)
                .optional("note", ledger.note(), 1000);
        if (ledger.surveyedOn() != null) {
            faults.past("surveyedOn", ledger.surveyedOn(), today);
        }
        equipment(faults, ledger.equipment());
        hours(faults, "workdayHours", ledger.workdayHours());
        hours(faults, "restDayHours", ledger.restDayHours());
        people(faults, ledger, actor);
        faults.raise();
        return store.put(ledger.as(ledger.version(), actor.account(), clock.instant()));
    }

    Page<Evidence> evidence(String site, PageRequest page, Actor actor) {
        Access.reads(registry.site(site).division(), actor);
        return Page.of(store.evidence(site, page), page, evidence -> Long.toString(evidence.id()));
    }

    /** Keeps what was seen, and its photographs for good. */
    Evidence add(Evidence evidence, Actor actor) {
        String division = registry.site(evidence.site()).division();
        Access.records(division, actor);
        new Faults()
                .check(evidence.item() != null, "item", "choice", List.of(Evidence.Item.values()))
                .past("seenOn", evidence.seenOn(), Moments.today(clock))
                .text("inspector", evidence.inspector(), 60)
                .optional("note", evidence.note(), 500)
                .check(evidence.there() || evidence.note() != null, "note", "evidence.note")
                .files("photos", evidence.photos())
                .raise();
        boolean picture = evidence.photos().stream()
                .anyMatch(id -> attachments.attachment(id, actor).type().startsWith("image/"));
        new Faults()
                .check(!evidence.there() || picture, "photos", "evidence.photo")
                .raise();
        attachments.keep(evidence.photos(), division, "photos", actor);
        return store.add(evidence);
    }

    private static void equipment(Faults faults, List<Ledger.Equipment> equipment) {
        for (int i = 0; i < equipment.size(); i++) {
            Ledger.Equipment one = equipment.get(i);
            faults.text("equipment[" + i + "].name", one.name(), 60)
                    .number("equipment[" + i + "].count", one.count(), 1, MOST_PLACES);
        }
    }

    /** Hours are in order and do not overlap. */
    private static void hours(Faults faults, String field, List<String> hours) {
        boolean right = hours.size() <= MOST_SPANS;
        Span last = null;
        for (String text : hours) {
            Span span = Span.of(text).orElse(null);
            right &= span != null && (last == null || !span.from().isBefore(last.until()));
            last = span == null ? last : span;
        }
        faults.check(right, field, "ledger.hours", MOST_SPANS);
    }

    private void people(Faults faults, Ledger ledger, Actor actor) {
        Ledger.Responsible who = ledger.responsible();
        if (who != null) {
            faults.text("responsible.name", who.name(), 60).text("responsible.office", who.office(), 60);
        }
        Set<Long> staff = ledger.members().isEmpty()
                ? Set.of()
                : registry.staff(ledger.site(), ALL, actor).items().stream()
                        .map(Staff::id)
                        .collect(Collectors.toSet());
        for (int i = 0; i < ledger.members().size(); i++) {
            long member = ledger.members().get(i).staff();
            faults.check(staff.contains(member), "members[" + i + "].staff", "post.staff", member, ledger.site());
        }
    }
}
