// SPDX-License-Identifier: Apache-2.0
package org.sanban.ledger.internal;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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

/** Trainings and their yearly quota: once by the county's departments, twice by the town's centre (R66–R68). */
@Component(service = Trainings.class)
public final class Trainings {
    /** How often departments of the county train in a year (R66). */
    static final int COUNTY = 1;

    /** How often a town's centre trains in a year (R67). */
    static final int TOWN = 2;

    private static final Texts TEXTS = Texts.of(Trainings.class);
    private static final PageRequest ALL = new PageRequest(null, PageRequest.MAX);
    private static final int MOST_PEOPLE = 9999;
    private static final int MOST_DIVISIONS = 400;

    private final RegistryService registry;
    private final TrainingStore store;
    private final AttachmentService attachments;
    private final Clock clock;

    @Activate
    public Trainings(
            @Reference RegistryService registry,
            @Reference TrainingStore store,
            @Reference AttachmentService attachments) {
        this(registry, store, attachments, Clock.systemUTC());
    }

    Trainings(RegistryService registry, TrainingStore store, AttachmentService attachments, Clock clock) {
        this.registry = registry;
        this.store = store;
        this.attachments = attachments;
        this.clock = clock;
    }

    /** How a town or village stands with a year. */
    enum State {
        FULFILLED,
        /** Not yet, and the year is not over. */
        DUE,
        MISSED
    }

    /**
     * A division's year.
     *
     * @param division its code
     * @param name its name
     * @param year the year
     * @param state how it stands
     * @param county how many trainings of the county its staff were at
     * @param town how many trainings the town's centre held, for a village those its staff were at
     * @param lacking topics of R68 that no training was about
     * @param facts what that rests on
     * @param advice what to do next, {@code null} when nothing is
     */
    @Schema(name = "TrainingYear", description = "一地一年 How a division stands with a year")
    record Year(
            String division,
            String name,
            int year,
            State state,
            int county,
            int town,
            Set<Training.Topic> lacking,
            List<Fact> facts,
            Text advice) {}

    Page<Training> trainings(String division, PageRequest page, Actor actor) {
        Access.reads(registry.division(division).code(), actor);
        return Page.of(
                store.trainings(Division.prefix(division), page), page, training -> Long.toString(training.id()));
    }

    Training add(Training training, Actor actor) {
        check(training, actor);
        return store.add(training);
    }

    /**
     * Corrects a record.
     *
     * @throws Problem conflict, when it was corrected or withdrawn meanwhile
     */
    Training correct(Training training, Actor actor) {
        check(training, actor);
        return store.correct(training, actor, clock.instant(), was -> {
            Access.writes(was.division(), actor);
            Records.unchanged(was.version(), was.cancelled(), training.version());
        });
    }

    List<TrainingCorrection> corrections(long id, Actor actor) {
        return store.corrections(id, training -> Access.reads(training.division(), actor));
    }

    private void check(Training training, Actor actor) {
        new Faults().division("division", training.division(), registry).raise();
        Access.writes(training.division(), actor);
        Faults faults = new Faults()
                .check(
                        registry.division(training.division()).level() != Division.Level.VILLAGE,
                        "division",
                        "training.division")
                .text("organiser", training.organiser(), 100)
                .past("heldOn", training.heldOn(), Moments.today(clock))
                .check(!training.topics().isEmpty(), "topics", "choice", List.of(Training.Topic.values()))
                .check(
                        !training.attended().isEmpty() && training.attended().size() <= MOST_DIVISIONS,
                        "attended",
                        "training.attended",
                        MOST_DIVISIONS)
                .number("people", training.people(), 1, MOST_PEOPLE)
                .optional("note", training.note(), 500)
                .files("files", training.files());
        training.attended().stream().limit(MOST_DIVISIONS).forEach(code -> {
            faults.division("attended", code, registry);
            faults.check(Division.contains(training.division(), code), "attended", "training.outside", code);
        });
        faults.raise();
        attachments.keep(training.files(), training.division(), "files", actor);
    }

    Training cancel(long id, Actor actor) {
        return store.cancel(id, training -> Access.writes(training.division(), actor));
    }

    /** How a division stands with a year; of a county, each of its towns. */
    List<Year> years(String division, int year, Actor actor) {
        Division asked = registry.division(division);
        Access.reads(asked.code(), actor);
        List<Division> divisions = asked.level() == Division.Level.COUNTY
                ? registry.divisions(asked.code(), ALL).items()
                : List.of(asked);
        return divisions.stream()
                .map(one -> year(one, year, LocalDate.of(year, 12, 31)))
                .toList();
    }

    /** How a town or village stands with a year, by what was held up to a day of it. */
    Year year(Division division, int year, LocalDate until) {
        String county = Division.county(division.code());
        String town = Division.town(division.code());
        List<Training> held = store.held(List.of(county, town), LocalDate.of(year, 1, 1), until).stream()
                .filter(training -> there(training, division))
                .toList();
        List<Training> countys =
                held.stream().filter(t -> t.division().equals(county)).toList();
        List<Training> towns =
                held.stream().filter(t -> t.division().equals(town)).toList();
        Set<Training.Topic> lacking = Arrays.stream(Training.Topic.values())
                .filter(topic -> topic != Training.Topic.OTHER)
                .filter(topic -> held.stream().noneMatch(t -> t.topics().contains(topic)))
                .collect(Collectors.toSet());
        boolean fulfilled = countys.size() >= COUNTY && towns.size() >= TOWN && lacking.isEmpty();
        State state = fulfilled ? State.FULFILLED : Moments.today(clock).getYear() > year ? State.MISSED : State.DUE;
        return new Year(
                division.code(),
                division.name(),
                year,
                state,
                countys.size(),
                towns.size(),
                lacking,
                facts(year, countys, towns, lacking, town),
                fulfilled ? null : advice(countys.size(), towns.size(), lacking));
    }

    /** A town's own trainings are its own whoever came; else the division's staff must have been there. */
    private static boolean there(Training training, Division division) {
        return training.division().equals(division.code())
                || training.attended().stream()
                        .anyMatch(code -> Division.contains(code, division.code())
                                || division.level() == Division.Level.TOWN && Division.contains(division.code(), code));
    }

    private static List<Fact> facts(
            int year, List<Training> countys, List<Training> towns, Set<Training.Topic> lacking, String town) {
        List<Fact> facts = new ArrayList<>();
        String county = "trainings?division=" + Division.county(town);
        String own = "trainings?division=" + town;
        facts.add(new Fact(TEXTS.get("training.county", year, countys.size(), COUNTY, days(countys)), county));
        facts.add(new Fact(TEXTS.get("training.town", year, towns.size(), TOWN, days(towns)), own));
        facts.add(new Fact(
                lacking.isEmpty()
                        ? TEXTS.get("training.topics")
                        : TEXTS.get("training.topics.lacking", Labels.all(lacking)),
                own));
        return facts;
    }

    private static Text advice(int county, int town, Set<Training.Topic> lacking) {
        if (town < TOWN) {
            return TEXTS.get("training.advice.town", TOWN - town);
        }
        return county < COUNTY
                ? TEXTS.get("training.advice.county", COUNTY - county)
                : TEXTS.get("training.advice.topics", Labels.all(lacking));
    }

    private static String days(List<Training> trainings) {
        return trainings.isEmpty()
                ? "—"
                : trainings.stream().map(t -> t.heldOn().toString()).collect(Collectors.joining("、"));
    }
}
