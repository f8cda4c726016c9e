// SPDX-License-Identifier: Apache-2.0
package org.sanban.evaluation.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.ws.rs.Consumes;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.evaluation.ExchangedRating;
import org.sanban.api.identity.Actor;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Text;
import org.sanban.api.web.Given;
import org.sanban.api.web.Public;
import org.sanban.api.web.RestResource;

/** Ratings over REST: {@code /api/v1/evaluations}. */
@Component(service = RestResource.class)
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "evaluations", description = "好差评 Citizens rate how they were served")
public final class EvaluationResource implements RestResource {
    private final Evaluations evaluations;
    private final Invitations invitations;
    private final Reports reports;
    private final Exchange exchange;
    private final Terms terms;

    @Activate
    public EvaluationResource(
            @Reference Evaluations evaluations,
            @Reference Invitations invitations,
            @Reference Reports reports,
            @Reference Exchange exchange,
            @Reference Terms terms) {
        this.evaluations = evaluations;
        this.invitations = invitations;
        this.reports = reports;
        this.exchange = exchange;
        this.terms = terms;
    }

    @Override
    public String path() {
        return "evaluations";
    }

    /** What a citizen says, as JSON. */
    @Schema(name = "Judgement", description = "评价 One level for each of the three objects")
    public record JudgementInput(
            @Schema(description = "政务服务业务 the business handled") Level business,
            @Schema(description = "窗口 the window") Level window,
            @Schema(description = "工作人员态度 the attitude of staff") Level attitude,
            @Schema(description = "差评原因 codes of what was wrong") List<String> details,
            @Schema(description = "文字评价 own words") String text,
            @Schema(description = "匿名 whether the citizen wants to stay unknown") boolean anonymous,
            @Schema(description = "评价渠道 by which way; QR where it is not said") Via via) {
        Judgement judgement(Via usual) {
            return new Judgement(business, window, attitude, details, text, anonymous, via == null ? usual : via);
        }
    }

    /** A rating entered with the citizen's words, as JSON. */
    @Schema(name = "EnteredJudgement", description = "代录评价 A rating entered for a citizen")
    public record Entered(
            @Schema(description = "办件编号 number of the case") String number,
            @Schema(description = "电话后四位 last four digits of the applicant's phone") String phone,
            @Schema(description = "评价哪一次 of which occasion, where there are several") String occasion,
            JudgementInput judgement) {}

    /** A rule with where it is laid down, as JSON. */
    @Schema(name = "EvaluationTerms", description = "规则及来源 Rules, each with its source")
    public record TermsView(
            Map<Level, Terms.Sourced> limits,
            Terms.Sourced appeal,
            Terms.Sourced calls,
            int linkDays,
            Map<String, Text> details,
            String detailsSource) {}

    @GET
    @Path("links/{token}")
    @Public
    @Operation(summary = "评价页内容 What a link asks for")
    public Invitations.Form form(@PathParam("token") String token) {
        return invitations.form(token);
    }

    @POST
    @Path("links/{token}")
    @Public
    @Operation(summary = "凭链接评价，一次有效 Rate by a link, which is spent by it")
    public Evaluations.Thanks rate(@PathParam("token") String token, JudgementInput input) {
        return evaluations.rate(token, Given.body(input).judgement(Via.QR));
    }

    @POST
    @Operation(summary = "代群众录入评价（电话等） Enter a rating with the citizen's words")
    public Evaluations.Thanks enter(Entered input, @Context Actor actor) {
        Entered in = Given.body(input);
        JudgementInput said =
                in.judgement() == null ? new JudgementInput(null, null, null, null, null, false, null) : in.judgement();
        return evaluations.enter(in.number(), in.phone(), in.occasion(), said.judgement(Via.PHONE), actor);
    }

    @GET
    @Operation(summary = "评价列表 Ratings the caller may see, newest first")
    public Page<Evaluations.Rating> list(
            @QueryParam("division") @Parameter(description = "行政区划，含下级 with its subtree") String division,
            @QueryParam("bad") @Parameter(description = "只看差评 only bad ones") boolean bad,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("20") int limit,
            @Context Actor actor) {
        return evaluations.list(Given.word(division), bad, new PageRequest(after, limit), actor);
    }

    @GET
    @Path("reports")
    @Operation(summary = "评价统计 Reports by person, window, site, division or way of serving")
    public Page<Reports.Line> reports(
            @QueryParam("by") @Parameter(schema = @Schema(implementation = Scope.By.class)) String by,
            @QueryParam("division") @Parameter(description = "行政区划，含下级 with its subtree") String division,
            @QueryParam("from") @Parameter(description = "起始日 first day", example = "2026-11-01") String from,
            @QueryParam("until") @Parameter(description = "截止日 last day", example = "2026-11-30") String until,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("20") int limit,
            @Context Actor actor) {
        return reports.lines(
                Given.wanted(Scope.By.class, "by", by),
                Given.word(division),
                Query.period(from, until),
                new PageRequest(after, limit),
                actor);
    }

    @GET
    @Path("exchange")
    @Operation(summary = "按国家“好差评”系统接口格式导出 Ratings in the form of the national interface, oldest first")
    public Page<ExchangedRating> exchange(
            @QueryParam("coding") @Parameter(schema = @Schema(implementation = Coding.class)) String coding,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("20") int limit,
            @Context Actor actor) {
        return exchange.records(Given.wanted(Coding.class, "coding", coding), new PageRequest(after, limit), actor);
    }

    @GET
    @Path("terms")
    @Public
    @Operation(summary = "整改时限等规则及其来源 Limits and other rules, each with its source")
    public TermsView terms() {
        return new TermsView(
                terms.limits(),
                terms.appeal(),
                terms.calls(),
                terms.linkDays(),
                terms.details().entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
                terms.detailsSource());
    }
}
