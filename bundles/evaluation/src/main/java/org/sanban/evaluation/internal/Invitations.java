// SPDX-License-Identifier: Apache-2.0
package org.sanban.evaluation.internal;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.cases.CaseService;
import org.sanban.api.cases.WorkCalendar;
import org.sanban.api.data.Moments;
import org.sanban.api.identity.Actor;
import org.sanban.api.identity.Role;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Text;
import org.sanban.api.problem.Texts;
import org.sanban.api.registry.Division;
import org.sanban.api.registry.RegistryService;

/** Invitations to rate, and the links they are followed by. */
@Component(service = Invitations.class)
public final class Invitations {
    /** Who may show a citizen the link of a case. */
    private static final String[] SHOWERS = {
        Role.CLERK, Role.OFFICER, Role.AGENT, Role.ADMIN, Role.SYSTEM, Evaluations.HOTLINE
    };

    private static final Texts TEXTS = Texts.of(Invitations.class);

    private final EvaluationStore store;
    private final Terms terms;
    private final Recorder recorder;
    private final CaseService cases;
    private final RegistryService registry;
    private final InstantSource clock;
    private final Links links;

    @Activate
    public Invitations(
            @Reference EvaluationStore store,
            @Reference Terms terms,
            @Reference WorkCalendar calendar,
            @Reference CaseService cases,
            @Reference RegistryService registry) {
        this(store, terms, calendar, cases, registry, InstantSource.system());
    }

    Invitations(
            EvaluationStore store,
            Terms terms,
            WorkCalendar calendar,
            CaseService cases,
            RegistryService registry,
            InstantSource clock) {
        this.store = store;
        this.terms = terms;
        this.recorder = new Recorder(terms, calendar);
        this.cases = cases;
        this.registry = registry;
        this.clock = clock;
        this.links = new Links(store.key());
    }

    /**
     * An invitation as staff sees it.
     *
     * @param id its key
     * @param number the case's number
     * @param occasion {@code end}, or {@code visit-} and the case's version
     * @param occasionName what people read
     * @param division code of the case's division
     * @param site code of its site
     * @param matterName what it is about
     * @param services the case's mode, {@code extended}, {@code appointment}
     * @param invitedAt when
     * @param expiresAt until when a link can be used
     * @param rated how many ratings there are
     */
    @Schema(name = "Invitation", description = "评价邀请 An invitation to rate")
    public record Invitation(
            long id,
            String number,
            String occasion,
            Text occasionName,
            String division,
            String site,
            String matterName,
            List<String> services,
            Instant invitedAt,
            Instant expiresAt,
            int rated) {}

    /**
     * A link that leads to the page where a citizen rates.
     *
     * @param invitation its key
     * @param number the case's number
     * @param occasionName what is rated
     * @param matterName what it is about
     * @param nth 1 for the first rating, 2 for that after a rectification
     * @param link address of the page
     * @param expiresAt until when it can be used
     */
    @Schema(name = "EvaluationLink", description = "评价链接 A link by which a citizen rates")
    public record Link(
            long invitation,
            String number,
            Text occasionName,
            String matterName,
            int nth,
            String link,
            Instant expiresAt) {}

    /**
     * What a link asks for.
     *
     * @param matterName what it is about
     * @param siteName where it was served
     * @param occasionName what is rated
     * @param nth 1 for the first rating, 2 for that after a rectification
     * @param servedOn on which day
     * @param levels to choose from, best first
     * @param details to choose from for a bad level
     * @param expiresAt until when it can be used
     */
    @Schema(name = "EvaluationForm", description = "评价页内容 What a link asks for")
    public record Form(
            String matterName,
            String siteName,
            Text occasionName,
            int nth,
            LocalDate servedOn,
            List<Choice> levels,
            List<Choice> details,
            Instant expiresAt) {}

    /**
     * Something to choose.
     *
     * @param code its key
     * @param label what people read
     * @param bad whether it is a bad level
     */
    @Schema(name = "EvaluationChoice", description = "选项 Something to choose")
    public record Choice(String code, Text label, boolean bad) {}

    /**
     * What a token is for, signed by us and not expired.
     *
     * @throws Problem not found, for one that is not ours; conflict, for an expired one
     */
    Links.Claim claim(String token) {
        Links.Claim claim = links.read(token);
        if (claim == null) {
            throw Problem.notFound(TEXTS.get("link.forged"));
        }
        if (!clock.instant().isBefore(claim.expires())) {
            throw Problem.conflict(TEXTS.get("link.expired"));
        }
        return claim;
    }

    /** What a link asks for. */
    public Form form(String token) {
        Links.Claim claim = claim(token);
        InvitationEntity row = store.invitation(claim.invitation());
        if (row.rated >= claim.nth()) {
            throw Problem.conflict(TEXTS.get("link.used"));
        }
        return new Form(
                row.matterName,
                registry.site(row.site).name(),
                occasion(row),
                claim.nth(),
                Moments.day(Moments.of(row.invitedAt)),
                Arrays.stream(Level.values())
                        .map(level -> new Choice(level.name(), level.label(), level.bad()))
                        .toList(),
                terms.details().entrySet().stream()
                        .map(one -> new Choice(one.getKey(), one.getValue(), false))
                        .toList(),
                claim.expires());
    }

    /**
     * The links of a case for its applicant, who is known as for its progress.
     *
     * @param reached where the caller has reached the platform
     */
    public List<Link> mine(String number, String phoneEnding, String reached) {
        cases.follow(number, phoneEnding);
        List<Link> open = new ArrayList<>();
        for (InvitationEntity row : store.invitations(number)) {
            Link link = link(row, reached);
            if (link != null) {
                open.add(link);
            }
        }
        return open;
    }

    /** The newest link of a case, for a message to its applicant; none while nobody has configured where it leads to. */
    Optional<String> enclosed(String number) {
        if (!terms.addressed()) {
            return Optional.empty();
        }
        return store.invitations(number).stream()
                .map(row -> link(row, ""))
                .filter(Objects::nonNull)
                .reduce((older, newer) -> newer)
                .map(Link::link);
    }

    /** The link of an invitation, for staff to show at the window or to send. */
    public Link link(long id, String reached, Actor actor) {
        actor.require(SHOWERS);
        InvitationEntity row = store.invitation(id);
        if (!actor.sees(row.division)) {
            throw Problem.notFound("invitation", Long.toString(id));
        }
        Link link = link(row, reached);
        if (link == null) {
            throw Problem.conflict(TEXTS.get("link.none"));
        }
        return link;
    }

    /** The link of the rating whose turn it is, {@code null} when it is nobody's. */
    private Link link(InvitationEntity row, String reached) {
        Instant until = store.in(ledger -> recorder.until(
                row,
                ledger.rating(row.id, 1)
                        .map(first -> ledger.rectification(first.id))
                        .orElse(null)));
        if (until == null || !clock.instant().isBefore(until)) {
            return null;
        }
        // To the second, as the token says it.
        Instant expires = Instant.ofEpochSecond(until.getEpochSecond());
        String token = links.token(new Links.Claim(row.id, row.rated + 1, expires));
        return new Link(
                row.id, row.number, occasion(row), row.matterName, row.rated + 1, terms.link(token, reached), expires);
    }

    /**
     * Invitations the actor sees, newest first.
     *
     * @param number only of this case, {@code null} for all
     * @param division only of this division and below, {@code null} for all the actor sees
     * @param open only those that wait for a first rating
     */
    public Page<Invitation> list(String number, String division, boolean open, PageRequest page, Actor actor) {
        actor.require(SHOWERS);
        String prefix = Sight.prefix(division, actor);
        Instant now = clock.instant();
        List<InvitationEntity> rows = number == null
                ? store.invitations(prefix, open ? now : null, page)
                : store.invitations(number).stream()
                        .filter(row -> actor.sees(row.division) && Division.contains(prefix, row.division))
                        .toList();
        Page<InvitationEntity> found =
                number == null ? Page.of(rows, page, row -> Long.toString(row.id)) : new Page<>(rows, null);
        return found.map(Invitations::shown);
    }

    private static Invitation shown(InvitationEntity row) {
        return new Invitation(
                row.id,
                row.number,
                row.occasion,
                occasion(row),
                row.division,
                row.site,
                row.matterName,
                row.services(),
                Moments.of(row.invitedAt),
                row.expires(),
                row.rated);
    }

    private static Text occasion(InvitationEntity row) {
        return TEXTS.get(row.occasion.equals("end") ? "occasion.end" : "occasion.visit");
    }
}
