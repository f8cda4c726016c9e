// SPDX-License-Identifier: Apache-2.0
package org.sanban.cases.internal;

import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import org.sanban.api.cases.Clock;
import org.sanban.api.cases.Field;
import org.sanban.api.cases.ServiceMode;
import org.sanban.api.cases.Stage;
import org.sanban.api.cases.Status;
import org.sanban.api.cases.Step;
import org.sanban.api.cases.Workflow;
import org.sanban.api.identity.Account;
import org.sanban.api.identity.Actor;
import org.sanban.api.identity.Applicant;
import org.sanban.api.identity.Channel;
import org.sanban.api.identity.IdentityService;
import org.sanban.api.identity.Role;
import org.sanban.api.identity.Session;
import org.sanban.api.journal.JournalEntry.Kind;
import org.sanban.api.matters.Guide;
import org.sanban.api.matters.ImportReport;
import org.sanban.api.matters.Matter;
import org.sanban.api.matters.MatterQuery;
import org.sanban.api.matters.MatterService;
import org.sanban.api.matters.MatterType;
import org.sanban.api.matters.Scope;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Text;
import org.sanban.api.registry.Agent;
import org.sanban.api.registry.Division;
import org.sanban.api.registry.RegistryService;
import org.sanban.api.registry.Site;
import org.sanban.api.registry.Staff;
import org.sanban.api.registry.Stop;
import org.sanban.api.registry.StopQuery;
import org.sanban.api.registry.Vehicle;
import org.sanban.api.registry.Window;

/** A small county: one town centre, one matter, one mode, three accounts. */
final class Fakes {
    static final String TOWN = "610926100000";
    static final String SITE = "610926100000-01";
    static final String MATTER = "matter-1";

    static final Actor CLERK = actor("clerk", Role.CLERK, TOWN);
    static final Actor OFFICER = actor("officer", Role.OFFICER, "610926000000");
    static final Actor ELSEWHERE = actor("elsewhere", Role.CLERK, "610926101000");

    private Fakes() {}

    static Actor actor(String login, String role, String division) {
        return new Actor(login, login + "（示例）", Set.of(role), division, Channel.REST);
    }

    static Applicant applicant() {
        return new Applicant(Applicant.Kind.PERSON, "张示例", "360426199101010071", "0915-8401234", null);
    }

    /** submitted → accepted (the clock runs) ⇄ waiting (paused) → done; a notice once; hand-over. */
    static final ServiceMode MODE = new ServiceMode() {
        @Override
        public Workflow workflow() {
            return new Workflow(
                    "test",
                    1,
                    Text.of("test"),
                    "submitted",
                    Set.of(Role.CLERK),
                    List.of(),
                    List.of(
                            stage("submitted", Status.OPEN, Clock.WAITING, Role.CLERK),
                            stage("accepted", Status.OPEN, Clock.RUNNING, Role.OFFICER),
                            stage("waiting", Status.OPEN, Clock.PAUSED, Role.OFFICER),
                            stage("done", Status.DONE, Clock.ENDED, null)),
                    List.of(
                            step("accept", Kind.ACCEPTED, "submitted", "accepted", Role.CLERK, Set.of()),
                            step(
                                    "notice",
                                    Kind.CORRECTION_ASKED,
                                    "submitted",
                                    null,
                                    Role.CLERK,
                                    Set.of(Step.Effect.ONCE)),
                            step(
                                    "papers",
                                    Kind.CUSTODY_CHANGED,
                                    "submitted",
                                    null,
                                    Role.CLERK,
                                    Set.of(Step.Effect.CUSTODY, Step.Effect.MATERIALS)),
                            step("pause", Kind.PAUSED, "accepted", "waiting", Role.OFFICER, Set.of()),
                            step("resume", Kind.RESUMED, "waiting", "accepted", Role.OFFICER, Set.of()),
                            step(
                                    "transfer",
                                    Kind.HANDED_OVER,
                                    "accepted",
                                    null,
                                    Role.OFFICER,
                                    Set.of(Step.Effect.ASSIGN)),
                            step(
                                    "finish",
                                    Kind.DELIVERED,
                                    "accepted",
                                    "done",
                                    Role.OFFICER,
                                    Set.of(Step.Effect.FILES))));
        }
    };

    private static Stage stage(String id, Status status, Clock clock, String holder) {
        return new Stage(id, new Text("环节" + id, id), status, clock, holder, null);
    }

    private static Step step(String action, Kind kind, String from, String to, String role, Set<Step.Effect> effects) {
        List<Field> form = List.of(Field.text("reason", new Text("原因", "reason"), action.equals("pause"), 100));
        return new Step(
                action, new Text("操作" + action, action), kind, Set.of(from), to, Set.of(role), form, effects, true);
    }

    /** One matter with two materials, five working days. */
    static final class Matters implements MatterService {
        @Override
        public Scope scope(String mode, String division, Division.Level level) {
            return null;
        }

        @Override
        public Page<Scope> scopes(String mode, String division, PageRequest page) {
            return new Page<>(List.of(), null);
        }

        @Override
        public Scope publish(Scope scope, Actor actor) {
            throw new UnsupportedOperationException();
        }

        Guide guide = new Guide(
                1,
                Instant.EPOCH,
                null,
                List.of(),
                List.of(),
                List.of(
                        new Guide.Material("id-card", "居民身份证", 1, 1, true, null),
                        new Guide.Material("photo", "照片", 0, 2, false, null)),
                20,
                5,
                List.of(),
                null,
                null,
                null,
                Set.of(5),
                Set.of());

        @Override
        public Matter matter(String code) {
            if (!code.equals(MATTER)) {
                throw Problem.notFound("matter", code);
            }
            return new Matter(code, "示例事项", "示例部门", null, MatterType.PUBLIC_SERVICE, "test", true, guide);
        }

        @Override
        public Guide guide(String code, int version) {
            return guide;
        }

        @Override
        public Page<Matter> find(MatterQuery query, PageRequest page) {
            return new Page<>(List.of(matter(MATTER)), null);
        }

        @Override
        public Matter publish(Matter matter, Actor actor) {
            throw new AssertionError();
        }

        @Override
        public Matter withdraw(String code, Actor actor) {
            throw new AssertionError();
        }

        @Override
        public ImportReport load(
                InputStream content,
                String file,
                String source,
                boolean sample,
                boolean apply,
                Actor actor,
                IntConsumer progress) {
            throw new AssertionError();
        }
    }

    /** One site. */
    static final class Registry implements RegistryService {
        @Override
        public Stop stop(long id) {
            throw Problem.notFound("stop", Long.toString(id));
        }

        @Override
        public Page<Stop> stops(StopQuery query, PageRequest page) {
            return new Page<>(List.of(), null);
        }

        @Override
        public Stop save(Stop stop, Actor actor) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Stop cancel(long id, Actor actor) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Vehicle vehicle(String code) {
            return switch (code) {
                case "CG-01" -> new Vehicle(code, TOWN, "城关镇服务车（示例）", true);
                case "CG-02" -> new Vehicle(code, TOWN, "城关镇旧车（示例）", false);
                default -> throw Problem.notFound("vehicle", code);
            };
        }

        @Override
        public Page<Vehicle> vehicles(String division, PageRequest page) {
            return new Page<>(List.of(), null);
        }

        @Override
        public Vehicle save(Vehicle vehicle, Actor actor) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Agent agent(String account) {
            throw Problem.notFound("agent", account);
        }

        @Override
        public Page<Agent> agents(String division, Agent.Kind kind, PageRequest page) {
            return new Page<>(List.of(), null);
        }

        @Override
        public Agent save(Agent agent, Actor actor) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Site site(String code) {
            if (!code.equals(SITE)) {
                throw Problem.notFound("site", code);
            }
            return new Site(SITE, TOWN, Site.Kind.CENTRE, "城关镇便民服务中心", null, "0915-8400000", true);
        }

        @Override
        public Division division(String code) {
            return new Division(code, "城关镇", Division.Level.TOWN, "610926000000");
        }

        @Override
        public Page<Division> divisions(String parent, PageRequest page) {
            return new Page<>(List.of(), null);
        }

        @Override
        public Page<Site> sites(String division, Site.Kind kind, PageRequest page) {
            return new Page<>(List.of(site(SITE)), null);
        }

        @Override
        public Site save(Site site, Actor actor) {
            throw new AssertionError();
        }

        @Override
        public List<Window> windows(String site) {
            return List.of();
        }

        @Override
        public Window save(Window window, Actor actor) {
            throw new AssertionError();
        }

        @Override
        public Page<Staff> staff(String site, PageRequest page, Actor actor) {
            return new Page<>(List.of(), null);
        }

        @Override
        public Staff save(Staff staff, Actor actor) {
            throw new AssertionError();
        }
    }

    /** A few accounts, most with their role as login. */
    static final class Identity implements IdentityService {
        @Override
        public Account account(String login, Actor actor) {
            return switch (login) {
                case "officer" -> new Account("officer", "officer（示例）", Set.of(Role.OFFICER), TOWN, true);
                case "gone" -> new Account("gone", "gone（示例）", Set.of(Role.OFFICER), TOWN, false);
                case "far" -> new Account("far", "far（示例）", Set.of(Role.OFFICER), "610927101000", true);
                case "elsewhere" -> new Account(
                        "elsewhere", "elsewhere（示例）", Set.of(Role.CLERK, Role.OFFICER), "610926101000", true);
                case "clerk" -> new Account("clerk", "clerk（示例）", Set.of(Role.CLERK), TOWN, true);
                default -> throw Problem.notFound("account", login);
            };
        }

        @Override
        public Session login(String login, String password) {
            throw new AssertionError();
        }

        @Override
        public Actor authenticate(String token, String channel) {
            throw new AssertionError();
        }

        @Override
        public Actor authenticate(String login, String password, String channel) {
            throw new AssertionError();
        }

        @Override
        public Account create(Account account, String password, Actor actor) {
            throw new AssertionError();
        }

        @Override
        public Account update(Account account, Actor actor) {
            throw new AssertionError();
        }

        @Override
        public void setPassword(String login, String password, Actor actor) {
            throw new AssertionError();
        }

        @Override
        public Page<Account> accounts(PageRequest page, Actor actor) {
            return new Page<>(List.of(), null);
        }
    }
}
