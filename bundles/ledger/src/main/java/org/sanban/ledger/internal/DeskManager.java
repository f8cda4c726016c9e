// SPDX-License-Identifier: Apache-2.0
package org.sanban.ledger.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.sanban.api.cases.BookedTime;
import org.sanban.api.cases.BookingService;
import org.sanban.api.cases.Case;
import org.sanban.api.cases.CaseLine;
import org.sanban.api.cases.CaseQuery;
import org.sanban.api.cases.CaseService;
import org.sanban.api.cases.Field;
import org.sanban.api.cases.Light;
import org.sanban.api.cases.Status;
import org.sanban.api.cases.Workflow;
import org.sanban.api.identity.Actor;
import org.sanban.api.ledger.Alarm;
import org.sanban.api.ledger.AlarmSource;
import org.sanban.api.ledger.Desk;
import org.sanban.api.ledger.DeskService;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Text;
import org.sanban.api.registry.RegistryService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The desk's view, put together from what cases and calendars tell. It keeps nothing. */
@Component(service = DeskService.class)
public final class DeskManager implements DeskService {
    private static final Logger LOG = LoggerFactory.getLogger(DeskManager.class);
    /** The field of an application that tells classes of need apart. */
    private static final String NEED = "need";

    private final RegistryService registry;
    private final CaseService cases;
    private final BookingService bookings;
    private final DeskSettings settings;
    private final Clock clock;

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    volatile List<AlarmSource> sources = List.of();

    @Activate
    public DeskManager(
            @Reference RegistryService registry,
            @Reference CaseService cases,
            @Reference BookingService bookings,
            @Reference DeskSettings settings) {
        this(registry, cases, bookings, settings, Clock.systemUTC());
    }

    DeskManager(
            RegistryService registry, CaseService cases, BookingService bookings, DeskSettings settings, Clock clock) {
        this.registry = registry;
        this.cases = cases;
        this.bookings = bookings;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Desk desk(String division, int most, Actor actor) {
        String asked = registry.division(division).code();
        Access.reads(asked, actor);
        PageRequest page = new PageRequest(null, most);
        LocalDate today = Moments.today(clock);
        Instant from = Moments.at(today, LocalTime.MIDNIGHT);
        Instant to = Moments.at(today.plusDays(1), LocalTime.MIDNIGHT);
        Page<BookedTime> booked = bookings.booked(null, asked, from, to, page, actor);
        Map<String, Workflow> installed =
                cases.modes().stream().collect(Collectors.toMap(Workflow::mode, Function.identity()));
        return new Desk(
                asked,
                today,
                settings.source(),
                settings.modes().stream()
                        .map(mode -> mode(mode, installed.get(mode), asked, page, actor))
                        .toList(),
                sources.stream()
                        .flatMap(source -> alarms(source, asked, most, actor))
                        .sorted(Comparator.comparing(Alarm::due))
                        .toList(),
                booked.items(),
                booked.next() != null);
    }

    /** One that fails must not take the others with it. */
    private static Stream<Alarm> alarms(AlarmSource source, String division, int most, Actor actor) {
        try {
            return source.alarms(division, most, actor).stream();
        } catch (RuntimeException e) {
            LOG.warn("{} says nothing of what is late: {}", source.getClass().getName(), e.toString());
            LOG.debug("alarms", e);
            return Stream.of();
        }
    }

    private Desk.Mode mode(String mode, Workflow workflow, String division, PageRequest page, Actor actor) {
        Page<CaseLine> open = find(mode, null, division, page, actor);
        List<CaseLine> alarms = new ArrayList<>();
        if (!open.items().isEmpty()) {
            alarms.addAll(find(mode, Light.OVERDUE, division, page, actor).items());
            alarms.addAll(find(mode, Light.NEAR, division, page, actor).items());
        }
        return new Desk.Mode(
                mode,
                workflow == null ? Text.of(mode) : workflow.name(),
                workflow != null,
                alarms,
                open.items(),
                open.next() != null,
                needs(workflow, open.items(), actor));
    }

    /** The need list by class (R84), of a mode whose application asks for the class. */
    private List<Desk.Need> needs(Workflow workflow, List<CaseLine> open, Actor actor) {
        List<Field.Choice> classes = workflow == null
                ? List.of()
                : workflow.application().stream()
                        .filter(field -> field.name().equals(NEED))
                        .flatMap(field -> field.choices().stream())
                        .toList();
        if (classes.isEmpty()) {
            return List.of();
        }
        List<String> all = open.stream().map(CaseLine::number).toList();
        Map<String, Case> read = cases.get(all, actor);
        Map<String, List<String>> numbers = all.stream()
                .collect(Collectors.groupingBy(
                        number -> String.valueOf(read.get(number).answers().get(NEED))));
        return classes.stream()
                .map(one -> new Desk.Need(one.id(), one.label(), numbers.getOrDefault(one.id(), List.of())))
                .toList();
    }

    private Page<CaseLine> find(String mode, Light light, String division, PageRequest page, Actor actor) {
        return cases.find(
                new CaseQuery(division, null, null, null, mode, Status.OPEN, light, null, null, null), page, actor);
    }
}
