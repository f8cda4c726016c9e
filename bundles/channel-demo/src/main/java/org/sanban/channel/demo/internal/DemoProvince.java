// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.demo.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.channel.demo.internal.DemoDesk.Kind;
import org.sanban.channel.demo.internal.DemoPlatform.Here;

/**
 * A made-up provincial platform (示例省平台) at {@code /demo/province}: it takes records and shows them, can be applied at, loses
 * a record by command, and is compared with. Its keys and the county's are made in {@code etc} when they are missing.
 */
@Component(
        service = Servlet.class,
        property = {
            "osgi.http.whiteboard.servlet.name=sanban-demo-province",
            "osgi.http.whiteboard.servlet.pattern=/demo/province/*"
        })
public final class DemoProvince extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String CHANNEL = "province";
    private static final List<String> BOOKKEEPING =
            List.of("row_guid", "cd_operation", "cd_time", "cd_batch", "data_source");

    private final transient DemoDesk desk;
    private final transient DemoPlatform platform;
    private final transient ProvinceParty party;
    private final AtomicLong applications = new AtomicLong(System.currentTimeMillis());

    @Activate
    public DemoProvince(@Reference DemoDesk desk, @Reference DemoPlatform platform) throws IOException {
        this(desk, platform, SmKeys.in(Path.of(System.getProperty("karaf.etc", "etc"))));
    }

    DemoProvince(DemoDesk desk, DemoPlatform platform, SmKeys keys) {
        this.desk = desk;
        this.platform = platform;
        this.party = new ProvinceParty(keys);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] body = Wire.bytes(request);
        Here here = Here.of(request);
        switch (String.valueOf(request.getPathInfo())) {
            case "/push", "/compare" -> answer(request, response, body);
            case "/apply" -> Wire.write(response, apply(Wire.read(body), here));
            case "/lose" -> Wire.write(response, lose());
            case "/reconcile" -> Wire.write(response, reconcile(here));
            default -> response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, byte[] body) throws IOException {
        if (desk.misbehaves(CHANNEL, response)) {
            return;
        }
        String nonce = request.getHeader("X-Sanban-Nonce");
        if (!party.verifies(body, request.getHeader("X-Sanban-Time"), nonce, request.getHeader("X-Sanban-Signature"))) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        JsonNode question = Wire.read(body);
        ObjectNode answer = request.getPathInfo().equals("/push") ? take(question) : compare(question);
        String time = Long.toString(System.currentTimeMillis());
        response.setHeader("X-Sanban-Time", time);
        String said = desk.does(CHANNEL, Kind.FORGED) ? "{}" : answer.toString();
        response.setHeader("X-Sanban-Signature", party.sign(said.getBytes(StandardCharsets.UTF_8), time, nonce));
        desk.answer(CHANNEL, response, answer);
    }

    ObjectNode take(JsonNode question) {
        ObjectNode answer = party.push(question);
        for (JsonNode record : question.path("records")) {
            Map<String, String> fields = new LinkedHashMap<>();
            record.path("data")
                    .properties()
                    .forEach(
                            field -> fields.put(field.getKey(), field.getValue().asText()));
            fields.keySet().removeAll(BOOKKEEPING);
            String project = fields.containsKey("project_no") ? fields.remove("project_no") : fields.get("projectNo");
            desk.show(
                    CHANNEL, project, "province.received", record.path("table").asText(), fields, null);
        }
        return answer;
    }

    private ObjectNode compare(JsonNode question) {
        if (question.path("after").asText().isEmpty()) {
            String day = question.path("day").asText();
            long count = party.records().stream()
                    .filter(one -> one.data().path("cd_time").asText().startsWith(day))
                    .count();
            desk.show(CHANNEL, day, "province.compared", null, Map.of("field.there", Long.toString(count)), null);
        }
        return party.compare(question);
    }

    /** Somebody applies on the provincial site: {@code {"name","idNumber","phone","taskCode"}}. */
    private ObjectNode apply(JsonNode form, Here here) throws IOException {
        String project = "DEMO-" + applications.incrementAndGet();
        ObjectNode application = Wire.object()
                .put("projectNo", project)
                .put("taskCode", form.path("taskCode").asText());
        application
                .putObject("applicant")
                .put("kind", "PERSON")
                .put("name", form.path("name").asText())
                .put("idNumber", form.path("idNumber").asText())
                .put("phone", form.path("phone").asText());
        byte[] body = application.toString().getBytes(StandardCharsets.UTF_8);
        Map<String, String> fields = new LinkedHashMap<>();
        if (desk.does(CHANNEL, Kind.FORGED)) {
            fields.put("field.forged", tell(here, body, "{}").told().toString());
        }
        DemoPlatform.Said said = tell(here, body, application.toString());
        String number = said.body().path("number").asText(null);
        if (!said.refused()) {
            fields.put("field.number", String.valueOf(number));
            if (desk.does(CHANNEL, Kind.TWICE)) {
                DemoPlatform.Said again = tell(here, body, application.toString());
                fields.put(
                        "field.again",
                        again.status() + " " + again.body().path("number").asText());
            }
            desk.show(CHANNEL, project, "province.applied", null, fields, null);
        }
        return said.told().put("number", number);
    }

    /** @param signed what the signature is of */
    private DemoPlatform.Said tell(Here here, byte[] body, String signed) throws IOException {
        return platform.post(
                here,
                DemoPlatform.SYSTEM,
                "province/applications",
                body,
                party.signed(signed.getBytes(StandardCharsets.UTF_8)));
    }

    /** The record that came last is gone. */
    ObjectNode lose() {
        List<String> all = party.arrivals();
        Optional<ProvinceParty.Received> lost = all.isEmpty() ? Optional.empty() : party.loses(all.get(all.size() - 1));
        lost.ifPresent(record -> desk.show(CHANNEL, record.id(), "province.lost", record.table(), Map.of(), null));
        return lost.isEmpty()
                ? Wire.wrong("nothing-there")
                : Wire.object().put("lost", lost.get().id());
    }

    /** The county compares today and mends what differs. */
    private ObjectNode reconcile(Here here) throws IOException {
        String day = LocalDate.now(ZoneId.of("Asia/Shanghai")).toString();
        String path = "province/reconciliations/" + day;
        DemoPlatform.Said said = platform.post(here, DemoPlatform.ADMIN, path, new byte[0], Map.of());
        if (!said.refused()) {
            DemoPlatform.Said mended = platform.post(here, DemoPlatform.ADMIN, path + "/resend", new byte[0], Map.of());
            Map<String, String> fields = new LinkedHashMap<>();
            JsonNode tally = said.body().path("tally");
            fields.put("field.here", tally.path("here").asText());
            fields.put("field.there", tally.path("there").asText());
            fields.put("field.missing", tally.path("missingThere").asText());
            fields.put("field.differing", tally.path("differing").asText());
            fields.put("field.resent", mended.body().path("resent").asText());
            desk.show(
                    CHANNEL,
                    day,
                    "province.books",
                    null,
                    fields,
                    said.body().path("fault").asText(null));
        }
        return said.told();
    }
}
