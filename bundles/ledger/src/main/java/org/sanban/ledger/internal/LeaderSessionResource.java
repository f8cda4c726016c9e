// SPDX-License-Identifier: Apache-2.0
package org.sanban.ledger.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import javax.ws.rs.Consumes;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.identity.Actor;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.web.Given;
import org.sanban.api.web.RestResource;

/** Leaders' sessions in the halls over REST: {@code /api/v1/leader-sessions}. */
@Component(service = RestResource.class)
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "leader-sessions", description = "镇领导进大厅 Leaders' sessions in the halls")
public final class LeaderSessionResource implements RestResource {
    private final LeaderSessions sessions;
    private final Clock clock = Clock.systemUTC();

    @Activate
    public LeaderSessionResource(@Reference LeaderSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public String path() {
        return "leader-sessions";
    }

    /** A session, as JSON. */
    @Schema(name = "LeaderSessionInput", description = "进大厅活动 A session")
    public record LeaderSessionInput(
            @Schema(description = "镇的行政区划代码 code of the town", example = "610926100000") String division,
            @Schema(example = "2026-11-20") LocalDate heldOn,
            String leader,
            @Schema(description = "职务 office", example = "镇长") String office,
            @Schema(description = "是否镇政府主要负责人，只有其活动计入每月一次 whether it is the principal head, whose sessions count")
                    boolean principal,
            @Schema(description = "接待人数 people received") int received,
            @Schema(description = "社情民意 what was heard") String notes,
            List<TaskInput> tasks,
            @Schema(description = "佐证材料附件 ids of files") List<String> files) {}

    /** A problem, as JSON. */
    @Schema(name = "LeaderSessionTaskInput", description = "问题及责任人；当场解决的填写 doneOn 和 result A problem and who solves it")
    public record TaskInput(String problem, String owner, LocalDate dueOn, LocalDate doneOn, String result) {
        LeaderSession.Task task(long id, long session) {
            return new LeaderSession.Task(id, session, null, problem, owner, dueOn, doneOn, Given.word(result));
        }
    }

    /** That a task is done, as JSON. */
    @Schema(name = "LeaderSessionTaskCompletion", description = "办结情况 How a task was done")
    public record CompletionInput(@Schema(description = "默认今天 by default today") LocalDate doneOn, String result) {}

    @GET
    @Operation(summary = "进大厅活动记录 Sessions, the last entered first")
    public Page<LeaderSession> find(
            @QueryParam("division") @Parameter(description = "行政区划，含下级，默认为本辖区 by default your own") String division,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("20") int limit,
            @Context Actor actor) {
        return sessions.sessions(own(division, actor), new PageRequest(after, limit), actor);
    }

    @POST
    @Operation(summary = "登记进大厅活动 Enter a session with the problems that came up")
    public LeaderSession add(LeaderSessionInput input, @Context Actor actor) {
        return sessions.add(record(0, 0, input, actor), actor);
    }

    @PUT
    @Path("{id: [1-9][0-9]{0,17}}")
    @Operation(summary = "更正记录，更正前的内容保留 Correct a record; what it said before is kept")
    public LeaderSession correct(
            @PathParam("id") long id,
            @HeaderParam("If-Match") @Parameter(description = "所见版本 the version seen: \"3\"") String match,
            LeaderSessionInput input,
            @Context Actor actor) {
        return sessions.correct(record(id, Given.version(null, match, null), input, actor), actor);
    }

    @GET
    @Path("{id: [1-9][0-9]{0,17}}/corrections")
    @Operation(summary = "更正经过 What a record said before each correction, who changed it and when")
    public List<LeaderSessionCorrection> corrections(@PathParam("id") long id, @Context Actor actor) {
        return sessions.corrections(id, actor);
    }

    private LeaderSession record(long id, int version, LeaderSessionInput input, Actor actor) {
        LeaderSessionInput in = Given.body(input);
        return new LeaderSession(
                id,
                version,
                Given.word(in.division()),
                in.heldOn(),
                in.leader(),
                in.office(),
                in.principal(),
                in.received(),
                Given.word(in.notes()),
                Given.distinct(in.tasks()).stream().map(task -> task.task(0, 0)).toList(),
                Given.distinct(in.files()),
                false,
                actor.account(),
                clock.instant());
    }

    @POST
    @Path("{id: [1-9][0-9]{0,17}}/cancellation")
    @Operation(summary = "作废记录 Withdraw a record")
    public LeaderSession cancel(@PathParam("id") long id, @Context Actor actor) {
        return sessions.cancel(id, actor);
    }

    @PUT
    @Path("{id: [1-9][0-9]{0,17}}/tasks/{task: [1-9][0-9]{0,17}}")
    @Operation(
            summary = "更正一个问题，更正前的记录保留 Correct a problem; what the record said before is kept",
            description = "全部字段按所填内容更正；不填 doneOn、result 即改为未办结。Every field is as given; without doneOn and"
                    + " result it is not done.")
    public LeaderSession correct(
            @PathParam("id") long id,
            @PathParam("task") long task,
            @HeaderParam("If-Match") @Parameter(description = "所见记录的版本 the record's version seen: \"3\"") String match,
            TaskInput input,
            @Context Actor actor) {
        return sessions.correct(Given.body(input).task(task, id), Given.version(null, match, null), actor);
    }

    @POST
    @Path("{id: [1-9][0-9]{0,17}}/tasks/{task: [1-9][0-9]{0,17}}/completion")
    @Operation(summary = "办结一个问题 Say that a task is done")
    public LeaderSession.Task done(
            @PathParam("id") long id, @PathParam("task") long task, CompletionInput input, @Context Actor actor) {
        CompletionInput in = Given.body(input);
        return sessions.done(id, task, in.doneOn(), Given.word(in.result()), actor);
    }

    @GET
    @Path("tasks")
    @Operation(summary = "未办结的问题 Tasks that are not done")
    public Page<LeaderSession.Task> tasks(
            @QueryParam("division") String division,
            @QueryParam("overdue") @Parameter(description = "只看逾期的 only those that should be") boolean overdue,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("20") int limit,
            @Context Actor actor) {
        return sessions.tasks(own(division, actor), overdue, new PageRequest(after, limit), actor);
    }

    @GET
    @Path("months")
    @Operation(summary = "各镇当月是否开展 How each town stands with a month")
    public List<LeaderSessions.Month> months(
            @QueryParam("division") String division,
            @QueryParam("month") @Parameter(description = "默认本月 by default this month", example = "2026-11")
                    String month,
            @Context Actor actor) {
        YearMonth now = YearMonth.from(Moments.today(clock));
        return sessions.months(own(division, actor), Given.month("month", month, now), actor);
    }

    private static String own(String division, Actor actor) {
        return Given.word(division) == null ? actor.division() : Given.word(division);
    }
}
