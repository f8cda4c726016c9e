// SPDX-License-Identifier: Apache-2.0
package org.sanban.ledger.internal;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.cases.AttachmentService;
import org.sanban.api.facts.Fact;
import org.sanban.api.identity.Actor;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Text;
import org.sanban.api.problem.Texts;
import org.sanban.api.registry.Division;
import org.sanban.api.registry.RegistryService;

/** Weak villages and what they are given: money, people, information technology (R139). */
@Component(service = Supports.class)
public final class Supports {
    private static final Texts TEXTS = Texts.of(Supports.class);
    private static final BigDecimal MOST_YUAN = new BigDecimal("999999999.99");

    private final RegistryService registry;
    private final SupportStore store;
    private final AttachmentService attachments;
    private final Clock clock = Clock.systemUTC();

    @Activate
    public Supports(
            @Reference RegistryService registry,
            @Reference SupportStore store,
            @Reference AttachmentService attachments) {
        this.registry = registry;
        this.store = store;
        this.attachments = attachments;
    }

    /**
     * A weak village and what it was given.
     *
     * @param division its code
     * @param name its name
     * @param version for a change
     * @param since since when it is weak
     * @param reason why
     * @param supports how many records there are
     * @param facts what was given since
     * @param advice what to do next, {@code null} when each kind was given
     */
    @Schema(name = "WeakVillage", description = "基础薄弱村 A weak village and what it was given")
    record Weak(
            String division,
            String name,
            int version,
            LocalDate since,
            String reason,
            int supports,
            List<Fact> facts,
            Text advice) {}

    Page<Weak> weak(String division, PageRequest page, Actor actor) {
        Access.reads(registry.division(division).code(), actor);
        Page<Village> villages = Page.of(store.weak(Division.prefix(division), page), page, Village::division);
        Map<String, List<Support>> given =
                store.given(villages.items().stream().map(Village::division).toList());
        return villages.map(village -> weak(village, given.getOrDefault(village.division(), List.of())));
    }

    Village village(String division, Actor actor) {
        Access.reads(registry.division(division).code(), actor);
        return store.village(division).orElseGet(() -> new Village(division, 0, false, null, null));
    }

    /** Says whether a village is weak. */
    Village save(Village village, Actor actor) {
        new Faults().division("division", village.division(), registry).raise();
        Access.writes(village.division(), actor);
        new Faults()
                .check(village(village.division()), "division", "support.village")
                .past("since", village.since(), Moments.today(clock))
                .text("reason", village.reason(), 500)
                .raise();
        return store.put(village);
    }

    Page<Support> given(String division, PageRequest page, Actor actor) {
        Access.reads(registry.division(division).code(), actor);
        return Page.of(store.given(Division.prefix(division), page), page, one -> Long.toString(one.id()));
    }

    Support add(Support support, Actor actor) {
        new Faults().division("division", support.division(), registry).raise();
        Access.writes(support.division(), actor);
        BigDecimal amount = support.amount();
        boolean money = support.kind() == Support.Kind.MONEY;
        new Faults()
                .check(village(support.division()), "division", "support.village")
                .check(support.kind() != null, "kind", "choice", List.of(Support.Kind.values()))
                .past("givenOn", support.givenOn(), Moments.today(clock))
                .text("giver", support.giver(), 100)
                .text("what", support.what(), 500)
                .check(
                        money
                                ? amount != null
                                        && amount.signum() > 0
                                        && amount.scale() <= 2
                                        && amount.compareTo(MOST_YUAN) <= 0
                                : amount == null,
                        "amount",
                        "support.amount")
                .files("files", support.files())
                .raise();
        attachments.keep(support.files(), support.division(), "files", actor);
        return store.add(support);
    }

    Support cancel(long id, Actor actor) {
        return store.cancel(id, support -> Access.writes(support.division(), actor));
    }

    private Weak weak(Village village, List<Support> given) {
        String link = "support?division=" + village.division();
        List<Fact> facts = new ArrayList<>();
        given.forEach(one -> facts.add(new Fact(
                TEXTS.get("support.given", one.givenOn(), one.giver(), Labels.of(one.kind()), one.what()), link)));
        if (facts.isEmpty()) {
            facts.add(new Fact(TEXTS.get("support.none"), link));
        }
        List<Support.Kind> lacking = Arrays.stream(Support.Kind.values())
                .filter(kind -> given.stream().noneMatch(one -> one.kind() == kind))
                .toList();
        return new Weak(
                village.division(),
                registry.division(village.division()).name(),
                village.version(),
                village.since(),
                village.reason(),
                given.size(),
                facts,
                lacking.isEmpty() ? null : TEXTS.get("support.advice", Labels.all(lacking)));
    }

    private boolean village(String division) {
        return registry.division(division).level() == Division.Level.VILLAGE;
    }
}
