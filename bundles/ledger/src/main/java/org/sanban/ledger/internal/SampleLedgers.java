// SPDX-License-Identifier: Apache-2.0
package org.sanban.ledger.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.cases.AttachmentService;
import org.sanban.api.identity.Actor;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;
import org.sanban.api.registry.RegistryService;
import org.sanban.api.registry.Staff;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ledgers of a few sample sites, so that checks show something: a centre that lacks little, one whose hall is too small, a
 * village's station, who is away next Thursday, a session, trainings and a weak village. All made up and marked 示例. Works
 * only where {@code etc/org.sanban.sample.cfg} says {@code load=true} and the first centre has no ledger yet.
 */
@Component(
        service = {},
        immediate = true,
        configurationPid = "org.sanban.sample",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class SampleLedgers {
    private static final Logger LOG = LoggerFactory.getLogger(SampleLedgers.class);
    private static final PageRequest ALL = new PageRequest(null, PageRequest.MAX);
    private static final String COUNTY = "610926000000";
    private static final String TOWN = "610926100000";
    private static final String VILLAGE = "610926100211";
    private static final String CENTRE = TOWN + "-01";
    private static final String SMALL = "610926101000-01";
    private static final String STATION = VILLAGE + "-01";
    private static final List<String> HOURS = List.of("08:30-12:00", "14:00-17:30");
    private static final String INSPECTOR = "周核查（示例）";

    private final Actor actor = Actor.system("sample", COUNTY);
    private final LocalDate today = Moments.today(Clock.systemUTC());
    private final RegistryService registry;
    private final Ledgers ledgers;
    private final Posts posts;
    private final AttachmentService attachments;

    /** What can be set. */
    public @interface Config {
        /** Whether to load the sample county. */
        boolean load() default false;
    }

    @Activate
    public SampleLedgers(
            @Reference RegistryService registry,
            @Reference Ledgers ledgers,
            @Reference Posts posts,
            @Reference LeaderSessions sessions,
            @Reference Trainings trainings,
            @Reference Supports supports,
            @Reference AttachmentService attachments,
            Config config) {
        this.registry = registry;
        this.ledgers = ledgers;
        this.posts = posts;
        this.attachments = attachments;
        if (config.load() && fresh()) {
            centre();
            others();
            sessions.add(session(), actor);
            trainings.add(training(COUNTY, "县行政审批服务局（示例）", 60, Training.Topic.values()), actor);
            trainings.add(training(TOWN, "城关镇便民服务中心（示例）", 30, Training.Topic.PUBLIC_SERVICE), actor);
            supports.save(new Village(VILLAGE, 0, true, today.withDayOfYear(1), "示例：无专职人员，网络不稳定"), actor);
            supports.add(support(), actor);
            LOG.info("sample county: ledgers of 3 sites");
        }
    }

    /** Whether the sample's first centre is there and nothing is written down of it. */
    private boolean fresh() {
        try {
            return registry.site(CENTRE).sample() && ledgers.get(CENTRE, actor).version() == 0;
        } catch (Problem elsewhere) {
            return false;
        }
    }

    private void centre() {
        List<Staff> staff = registry.staff(CENTRE, ALL, actor).items();
        ledgers.save(
                new Ledger(
                        CENTRE,
                        0,
                        new BigDecimal("86.5"),
                        6,
                        true,
                        Ledger.Premises.TOWN,
                        Set.of(Ledger.Area.WAITING, Ledger.Area.GUIDANCE),
                        Set.of(),
                        List.of(new Ledger.Equipment("电脑", 6), new Ledger.Equipment("高拍仪", 2)),
                        HOURS,
                        List.of(),
                        null,
                        staff.stream()
                                .limit(1)
                                .map(one -> new Ledger.Member(one.id(), true, null))
                                .toList(),
                        today.minusDays(20),
                        INSPECTOR,
                        "示例台账，非真实信息",
                        null,
                        null),
                actor);
        seen(CENTRE, Evidence.Item.SIGNS);
        seen(CENTRE, Evidence.Item.EQUIPMENT);
        seen(CENTRE, Evidence.Item.RULES);
        Optional<Long> a = named(staff, "A岗");
        Optional<Long> b = named(staff, "B岗");
        Optional<Long> third = named(staff, "审批岗");
        posts.save(new Post(0, 0, CENTRE, "综合窗口岗（示例）", a.orElse(null), b.orElse(null), true), actor);
        posts.save(new Post(0, 0, CENTRE, "审批岗（示例）", third.orElse(null), a.orElse(null), true), actor);
        LocalDate thursday = today.with(TemporalAdjusters.next(DayOfWeek.THURSDAY));
        b.ifPresent(staffId -> posts.add(
                new Leave(
                        0,
                        CENTRE,
                        staffId,
                        Moments.at(thursday, LocalTime.MIN),
                        Moments.at(thursday.plusDays(1), LocalTime.MIN),
                        false,
                        "年休假（示例）",
                        false),
                actor));
    }

    private void others() {
        ledgers.save(place(SMALL, new BigDecimal("36"), 3, Ledger.Premises.TOWN, null), actor);
        Ledger.Responsible secretary = new Ledger.Responsible("陈书记（示例）", "党支部书记");
        ledgers.save(place(STATION, new BigDecimal("20"), 1, Ledger.Premises.PARTY_CENTRE, secretary), actor);
        seen(STATION, Evidence.Item.SIGNS);
    }

    private Ledger place(
            String site, BigDecimal area, int workplaces, Ledger.Premises premises, Ledger.Responsible responsible) {
        return new Ledger(
                site,
                0,
                area,
                workplaces,
                true,
                premises,
                Set.of(),
                Set.of(),
                List.of(new Ledger.Equipment("电脑", workplaces)),
                HOURS,
                List.of(),
                responsible,
                List.of(),
                today.minusDays(20),
                INSPECTOR,
                "示例台账，非真实信息",
                null,
                null);
    }

    private void seen(String site, Evidence.Item item) {
        try (InputStream photo = SampleLedgers.class.getResourceAsStream("sample-photo.png")) {
            String id = attachments.store(photo, "示例照片.png", actor).id();
            ledgers.add(
                    new Evidence(
                            0,
                            site,
                            item,
                            true,
                            today.minusDays(20),
                            INSPECTOR,
                            "示例，非真实信息",
                            List.of(id),
                            actor.account(),
                            Clock.systemUTC().instant()),
                    actor);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private LeaderSession session() {
        LocalDate day = today.withDayOfMonth(1);
        return new LeaderSession(
                0,
                1,
                TOWN,
                day,
                "刘镇长（示例）",
                "镇长",
                true,
                12,
                "示例记录，非真实信息",
                List.of(new LeaderSession.Task(0, 0, null, "大厅高峰时排队较长（示例）", "城关镇便民服务中心", day.plusDays(14), null, null)),
                List.of(),
                false,
                actor.account(),
                Clock.systemUTC().instant());
    }

    private Training training(String division, String organiser, int people, Training.Topic... topics) {
        return new Training(
                0,
                1,
                division,
                organiser,
                today,
                Set.of(topics),
                Set.of(TOWN),
                people,
                "示例记录，非真实信息",
                List.of(),
                false,
                actor.account(),
                Clock.systemUTC().instant());
    }

    private Support support() {
        return new Support(
                0,
                VILLAGE,
                Support.Kind.TECHNOLOGY,
                today.withDayOfMonth(1),
                "县行政审批服务局（示例）",
                "配置办公电脑 1 台（示例）",
                null,
                List.of(),
                false,
                actor.account(),
                Clock.systemUTC().instant());
    }

    private static Optional<Long> named(List<Staff> staff, String post) {
        return staff.stream()
                .filter(one -> one.post().contains(post))
                .map(Staff::id)
                .findFirst();
    }
}
