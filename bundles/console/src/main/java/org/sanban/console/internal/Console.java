// SPDX-License-Identifier: Apache-2.0
package org.sanban.console.internal;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.sanban.api.cases.BookingService;
import org.sanban.api.cases.CaseService;
import org.sanban.api.data.Migrations;
import org.sanban.api.identity.Actor;
import org.sanban.api.identity.IdentityService;
import org.sanban.api.journal.JournalService;
import org.sanban.api.ledger.DeskService;
import org.sanban.api.ledger.LedgerService;
import org.sanban.api.matters.CoverageService;
import org.sanban.api.matters.MatterService;
import org.sanban.api.matters.TakeOverService;
import org.sanban.api.modules.ModuleService;
import org.sanban.api.print.PaperForm;
import org.sanban.api.print.Printer;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;
import org.sanban.api.rating.StarService;
import org.sanban.api.registry.RegistryService;
import org.sanban.api.settings.Checked;
import org.sanban.api.settings.Configured;
import org.sanban.api.statistics.StatisticsService;
import org.sanban.api.supervision.LeadingGroupService;
import org.sanban.api.supervision.NoticeService;
import org.sanban.api.supervision.PlanService;
import org.sanban.api.workflows.WorkflowWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the commands work with. Every service may come and go: the commands stay, and say what is not there. (Karaf would
 * take all of a bundle's commands away when one service they name is missing, {@code sanban:status} among them.)
 */
@Component(service = Console.class, configurationPid = Console.PID)
@Designate(ocd = Console.Config.class)
public final class Console {
    static final String PID = "org.sanban.console";
    private static final Logger LOG = LoggerFactory.getLogger(Console.class);
    private static final Texts TEXTS = Texts.of(Console.class);
    private static final String UNIT = "osgi.jndi.service.name";

    /** What can be set. */
    @ObjectClassDefinition(name = "Sanban console")
    public @interface Config {
        @AttributeDefinition(
                name = "Division",
                description = "12-digit code of the division whose subtree the shell sees")
        String division() default "610926000000";

        @AttributeDefinition(name = "Language", description = "zh or en")
        String language() default "zh";
    }

    private final Config config;
    private final List<String> faults;
    private final Set<String> dataSources = ConcurrentHashMap.newKeySet();

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile CaseService cases;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile BookingService bookings;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile JournalService journal;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile MatterService matters;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile RegistryService registry;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile IdentityService identity;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile LedgerService ledgers;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile Printer printer;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile WorkflowWriter workflows;

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    volatile List<PaperForm> papers = List.of();

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile ModuleService modules;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile NoticeService notices;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile LeadingGroupService groups;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile PlanService plan;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile StatisticsService statistics;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile StarService stars;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile CoverageService coverage;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile DeskService desk;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile TakeOverService takeOvers;

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    volatile List<Migrations> units = List.of();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    volatile List<Configured> settings = List.of();

    @Activate
    public Console(Config config) {
        Checked<Config> checked = Checked.of(Config.class, PID, config)
                .must("division", "a code of 12 digits", (String code) -> code.matches("[0-9]{12}"))
                .must("language", "zh or en", (String language) -> language.matches("zh|en"));
        this.faults = checked.faults();
        this.config = checked.settings(LOG::warn);
    }

    /** What is set wrong, here and elsewhere. */
    List<String> faults() {
        return Stream.concat(faults.stream(), settings.stream().flatMap(part -> part.faults().stream()))
                .toList();
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addDataSource(DataSource dataSource, Map<String, Object> properties) {
        dataSources.add(String.valueOf(properties.get(UNIT)));
    }

    void removeDataSource(DataSource dataSource, Map<String, Object> properties) {
        dataSources.remove(String.valueOf(properties.get(UNIT)));
    }

    CaseService cases() {
        return present(cases, "cases");
    }

    BookingService bookings() {
        return present(bookings, "bookings");
    }

    JournalService journal() {
        return present(journal, "journal");
    }

    MatterService matters() {
        return present(matters, "matters");
    }

    RegistryService registry() {
        return present(registry, "registry");
    }

    IdentityService identity() {
        return present(identity, "identity");
    }

    LedgerService ledgers() {
        return present(ledgers, "ledgers");
    }

    Printer printer() {
        return present(printer, "printer");
    }

    StatisticsService statistics() {
        return present(statistics, "statistics");
    }

    ModuleService modules() {
        return present(modules, "modules");
    }

    NoticeService notices() {
        return present(notices, "supervision");
    }

    LeadingGroupService groups() {
        return present(groups, "supervision");
    }

    PlanService plan() {
        return present(plan, "supervision");
    }

    CoverageService coverage() {
        return present(coverage, "matters");
    }

    DeskService desk() {
        return present(desk, "ledgers");
    }

    TakeOverService takeOvers() {
        return present(takeOvers, "matters");
    }

    StarService stars() {
        return present(stars, "stars");
    }

    WorkflowWriter workflows() {
        return present(workflows, "workflows");
    }

    /** Whether the tables of a unit are migrated and open to it. */
    boolean open(Migrations unit) {
        return dataSources.contains("sanban-" + unit.unit());
    }

    /** The division whose subtree the shell sees. */
    String division() {
        return config.division();
    }

    /** The language of what is printed. */
    Locale locale() {
        return Locale.forLanguageTag(config.language());
    }

    /** Whoever sits at the shell: an administrator, since the shell can do anything to the platform anyway. */
    Actor actor(Object user) {
        return Actor.shell(user, config.division());
    }

    private static <T> T present(T service, String noun) {
        if (service == null) {
            throw Problem.unavailable(TEXTS.get("absent", TEXTS.get("service." + noun)));
        }
        return service;
    }
}
