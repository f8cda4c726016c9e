// SPDX-License-Identifier: Apache-2.0
package org.sanban.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** The distribution's REST door, with the sample county's accounts; every applicant is another, fictional one. */
final class Sanban implements Door {
    static final String API = "/api/v1";
    /** 残疾人证新办, a committed matter with five materials. */
    static final String MATTER = "511F82001002-511602000000-000-11511301452259996U-1-00";

    static final ObjectMapper JSON = new ObjectMapper();

    private static final List<String> SITES = List.of("610926100000-01", "610926101000-01");

    private final int port;
    private final List<String> clerks;
    private final String officer;
    private final String supervisor;
    private final String materials;
    private final AtomicInteger applicants = new AtomicInteger();

    /** Waits for the doors and logs in. */
    Sanban(Distribution distribution) throws IOException {
        distribution.ready();
        this.port = distribution.port();
        try (Http http = new Http(port)) {
            this.clerks =
                    List.of(login(http, distribution, "chengguan-clerk"), login(http, distribution, "xinglong-clerk"));
            this.officer = login(http, distribution, "chengguan-officer");
            this.supervisor = login(http, distribution, "supervisor");
            this.materials = complete(http);
        }
    }

    @Override
    public int port() {
        return port;
    }

    /** At the centre of 城关镇. */
    @Override
    public String submit(Http http, String key) throws IOException {
        return submit(http, key, 0);
    }

    /** At the centre of 城关镇 (0) or of 兴隆镇 (1). */
    String submit(Http http, String key, int town) throws IOException {
        return submit(http, key, town, draft(town));
    }

    /** The draft {@code body}. */
    String submit(Http http, String key, int town, String body) throws IOException {
        return number(post(http, key, town, body).expect(201).body());
    }

    /** The whole answer to a draft. */
    Http.Answer post(Http http, String key, int town, String body) throws IOException {
        return http.post(API + "/cases", clerks.get(town), key, body);
    }

    /** A complete draft of another applicant each time. */
    String draft(int town) {
        return "{\"mode\":\"window\",\"matter\":\"" + MATTER + "\",\"site\":\"" + SITES.get(town)
                + "\",\"applicant\":{\"kind\":\"PERSON\",\"name\":\"张示例\",\"idNumber\":\""
                + Citizens.number(applicants.getAndIncrement()) + "\",\"phone\":\"0915-8401234\"},\"materials\":"
                + materials + "}";
    }

    @Override
    public void act(Http http, String number, int version, Step step) throws IOException {
        String token = step == Step.DECIDE ? officer : clerks.get(0);
        http.post(API + "/cases/" + number + "/actions", token, null, step.body(version))
                .expect(200);
    }

    @Override
    public void read(Http http, String number) throws IOException {
        String found = number(get(http, number));
        if (!found.equals(number)) {
            throw new IOException("asked for " + number + ", got " + found);
        }
    }

    /** How many bytes a case has as JSON. */
    int length(String number) throws IOException {
        try (Http http = new Http(port)) {
            return get(http, number).getBytes(StandardCharsets.UTF_8).length;
        }
    }

    private String get(Http http, String number) throws IOException {
        return http.get(API + "/cases/" + number, clerks.get(0)).expect(200).body();
    }

    /** The case as its applicant follows it, without a login. */
    static String progress(Http http, String number) throws IOException {
        return http.get(API + "/progress/" + number + "?phone=1234", null)
                .expect(200)
                .body();
    }

    /** The first page of a list, which must not be empty. */
    void list(Http http, Listing listing) throws IOException {
        String token = listing.county ? supervisor : clerks.get(0);
        String page = http.get(API + "/cases?limit=20" + listing.query, token)
                .expect(200)
                .body();
        if (!page.startsWith("{\"items\":[{\"number\":")) {
            throw new IOException("an empty page: " + page);
        }
    }

    /** A page of verdicts on the hash chains of cases after {@code after}, which may be null. */
    JsonNode verdicts(Http http, String after) throws IOException {
        return JSON.readTree(
                http.get(API + "/journal/verdicts?limit=200" + (after == null ? "" : "&after=" + after), supervisor)
                        .expect(200)
                        .body());
    }

    /** A list whose first page is measured. */
    enum Listing {
        SITE("of a site", "&site=610926100000-01", false),
        TOWN("of a town", "", false),
        STAGE("of a town in one stage", "&stage=accepted", false),
        LIGHT("of a town, on time, most urgent first", "&light=ON_TIME", false),
        COUNTY("of the county", "", true);

        final String label;
        private final String query;
        private final boolean county;

        Listing(String label, String query, boolean county) {
            this.label = label;
            this.query = query;
            this.county = county;
        }
    }

    static String login(Http http, Distribution distribution, String login) throws IOException {
        String body = "{\"login\":\"" + login + "\",\"password\":\"" + distribution.password(login) + "\"}";
        return JSON.readTree(http.post(API + "/sessions", null, null, body)
                        .expect(201)
                        .body())
                .path("token")
                .asText();
    }

    /** Everything the guide asks for, as JSON. */
    private static String complete(Http http) throws IOException {
        JsonNode guide = JSON.readTree(
                        http.get(API + "/matters/" + MATTER, null).expect(200).body())
                .path("guide");
        List<String> all = new ArrayList<>();
        guide.path("materials")
                .forEach(m -> all.add("{\"code\":" + m.path("code") + ",\"originals\":" + m.path("originals")
                        + ",\"copies\":" + m.path("copies") + "}"));
        return all.toString();
    }

    /** The number in a case or a receipt, which begins with it. */
    static String number(String json) throws IOException {
        String start = "{\"number\":\"";
        if (!json.startsWith(start)) {
            throw new IOException("no case: " + json);
        }
        return json.substring(start.length(), json.indexOf('"', start.length()));
    }
}
