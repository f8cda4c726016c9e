// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.province.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.swagger.v3.oas.annotations.media.Schema;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.cases.CaseService;
import org.sanban.api.cases.Draft;
import org.sanban.api.cases.Handed;
import org.sanban.api.cases.Receipt;
import org.sanban.api.identity.Actor;
import org.sanban.api.identity.Applicant;
import org.sanban.api.identity.Role;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;

/** Takes applications that were made on the provincial platform (一次提交, R56): signed by it, each becomes one case. */
@Component(service = Intake.class)
public final class Intake {
    private static final Texts TEXTS = Texts.of(Intake.class);
    private static final Duration SKEW = Duration.ofMinutes(10);
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final ProvinceChannel channel;
    private final Applications applications;
    private final CaseService cases;

    @Activate
    public Intake(
            @Reference ProvinceChannel channel, @Reference Applications applications, @Reference CaseService cases) {
        this.channel = channel;
        this.applications = applications;
        this.cases = cases;
    }

    /**
     * An application.
     *
     * @param projectNo the provincial platform's number for it (办件编号)
     * @param taskCode code of the matter there
     * @param mode id of the service mode, {@code null} for the configured one
     * @param site code of the site, {@code null} for the configured one
     * @param applicant who applies
     * @param materials what was handed in
     * @param answers to the mode's form
     * @param note a remark for the staff
     */
    @Schema(name = "ProvinceApplication", description = "省级平台提交的申请 An application made on the provincial platform")
    public record Application(
            String projectNo,
            String taskCode,
            String mode,
            String site,
            Applicant applicant,
            List<Handed> materials,
            Map<String, Object> answers,
            String note) {}

    /**
     * What it became.
     *
     * @param number the case's number here
     * @param repeated whether it was known before
     */
    @Schema(name = "ProvinceTaken", description = "接收回执 What it became")
    public record Taken(String projectNo, String number, Instant at, boolean repeated) {}

    /**
     * Takes an application.
     *
     * @param headers value of a header by its name, {@code null} for none
     * @throws Problem forbidden, when it is not signed by the platform or too old; invalid; as {@link CaseService#submit}
     */
    Taken take(byte[] body, UnaryOperator<String> headers, Actor actor) {
        actor.require(Role.SYSTEM);
        Terms terms = channel.terms();
        verify(body, headers, terms);
        Application application = read(body);
        String project = application.projectNo();
        if (project == null || !project.matches("[\\x21-\\x7e]{1,50}")) {
            throw Problem.invalid("projectNo", TEXTS.get("projectNo"));
        }
        Optional<Applications.Registered> before = applications.find(project);
        if (before.isPresent()) {
            return new Taken(project, before.get().number(), before.get().at(), true);
        }
        // The key finds the case again that was submitted before a crash kept its number from being noted.
        Draft draft = draft(application, terms).keyed(ProvinceChannel.ID + ":" + project);
        Receipt receipt = cases.submit(draft, actor.through(ProvinceChannel.ID));
        Applications.Registered kept = applications.keep(project, receipt.number(), actor.account());
        return new Taken(project, kept.number(), kept.at(), receipt.repeated());
    }

    private static void verify(byte[] body, UnaryOperator<String> headers, Terms terms) {
        if (terms.seal() == null) {
            throw Problem.unavailable(TEXTS.get("seal.none"));
        }
        String time = String.valueOf(headers.apply(terms.names().of("time")));
        String nonce = String.valueOf(headers.apply(terms.names().of("nonce")));
        String signature = String.valueOf(headers.apply(terms.names().of("signature")));
        boolean fresh = time.matches("[0-9]{1,15}")
                && Duration.between(Instant.ofEpochMilli(Long.parseLong(time)), Instant.now())
                                .abs()
                                .compareTo(SKEW)
                        <= 0;
        if (!fresh || !terms.seal().verifies(Seal.Slip.of(body, time, nonce), signature)) {
            throw Problem.forbidden(TEXTS.get("seal.wrong"));
        }
    }

    private static Application read(byte[] body) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            JsonNode json = JSON.readTree(text);
            if (json.isObject() && kept(json)) {
                return JSON.treeToValue(json, Application.class);
            }
        } catch (CharacterCodingException e) {
            throw Problem.invalid("", TEXTS.get("body.encoding"));
        } catch (JsonProcessingException e) {
            // said below
        }
        throw Problem.invalid("", TEXTS.get("body"));
    }

    /** Whether a database can keep all of it: no null character, no half of a surrogate pair. */
    private static boolean kept(JsonNode json) {
        if (json.isTextual()) {
            return json.textValue().codePoints().noneMatch(c -> c == 0 || c >= 0xD800 && c <= 0xDFFF);
        }
        for (JsonNode one : json) {
            if (!kept(one)) {
                return false;
            }
        }
        return true;
    }

    private static Draft draft(Application application, Terms terms) {
        if (application.taskCode() == null || application.taskCode().isBlank()) {
            throw Problem.invalid("taskCode", TEXTS.get("taskCode"));
        }
        String site = application.site() == null ? terms.site() : application.site();
        if (site == null) {
            throw Problem.invalid("site", TEXTS.get("site"));
        }
        return new Draft(
                application.mode() == null ? terms.mode() : application.mode(),
                terms.tasks().matter(application.taskCode().strip()),
                site,
                application.applicant(),
                application.materials(),
                List.of(),
                application.answers(),
                application.note(),
                null);
    }
}
