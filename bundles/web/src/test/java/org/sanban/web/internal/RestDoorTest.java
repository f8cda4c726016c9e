// SPDX-License-Identifier: Apache-2.0
package org.sanban.web.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The REST door over HTTP. */
class RestDoorTest {
    private static House house;

    @BeforeAll
    static void open() throws Exception {
        house = new House(2_000, 5_000);
        house.door.addResource(new ThingResource("things", "first"));
    }

    @AfterAll
    static void close() throws Exception {
        house.close();
    }

    @Test
    void aTextIsAnsweredInTheCallersLanguage() throws Exception {
        HttpResponse<String> zh = house.get("/api/v1/things/a");
        assertEquals("{\"name\":\"a\",\"label\":\"标签\",\"at\":\"1970-01-01T00:00:00Z\"}", zh.body());
        assertEquals("zh", zh.headers().firstValue("Content-Language").orElseThrow());
        HttpResponse<String> en =
                house.send(house.known("/api/v1/things/a").header("Accept-Language", "en-GB,zh;q=0.5"));
        assertTrue(en.body().contains("\"label\""), en.body());
        assertEquals("en", en.headers().firstValue("Content-Language").orElseThrow());
        assertEquals(
                "nosniff", en.headers().firstValue("X-Content-Type-Options").orElseThrow());
        assertEquals("no-store", en.headers().firstValue("Cache-Control").orElseThrow());
    }

    @Test
    void whatTheCallerHasAlreadyIsNotSentAgain() throws Exception {
        assertEquals(
                "\"3\"",
                house.get("/api/v1/things/a").headers().firstValue("ETag").orElseThrow());
        HttpResponse<String> again = house.send(house.known("/api/v1/things/a").header("If-None-Match", "\"3\""));
        assertEquals(304, again.statusCode());
        assertEquals("", again.body());
    }

    @Test
    void aPageLinksToTheNextAndKeepsTheOtherParameters() throws Exception {
        HttpResponse<String> first = house.get("/api/v1/things?town=%E5%9F%8E%E5%85%B3");
        assertEquals("{\"items\":[\"甲\",\"𠮷\"],\"next\":\"7 &\"}", first.body());
        String link = first.headers().firstValue("Link").orElseThrow();
        assertTrue(link.matches("</api/v1/things\\?.*>; rel=\"next\""), link);
        assertTrue(link.contains("town=%E5%9F%8E%E5%85%B3"), link);
        String next = link.substring(1, link.indexOf('>'));
        HttpResponse<String> last = house.get(next);
        assertEquals("{\"items\":[\"甲\",\"𠮷\"]}", last.body());
        assertTrue(last.headers().firstValue("Link").isEmpty());
    }

    @Test
    void aStrangerIsRefusedUnlessTheMethodIsPublic() throws Exception {
        HttpResponse<String> refused = house.send(house.to("/api/v1/things/me"));
        assertProblem(401, "POST /api/v1/sessions", refused);
        assertEquals("Bearer", refused.headers().firstValue("WWW-Authenticate").orElseThrow());
        assertProblem(401, "令牌无效", house.send(house.to("/api/v1/things/me").header("Authorization", "Bearer no")));
        assertEquals(200, house.send(house.to("/api/v1/things/open")).statusCode());
    }

    @Test
    void aKnownCallerIsAskedForOnceARequest() throws Exception {
        int before = house.identity.asked.get();
        String me = house.get("/api/v1/things/me").body();
        assertTrue(me.contains("\"account\":\"wang\"") && me.contains("\"channel\":\"rest\""), me);
        assertEquals(before + 1, house.identity.asked.get());
    }

    @Test
    void aCreatedThingHasItsAddress() throws Exception {
        HttpResponse<String> created = house.post("/api/v1/things", "{\"name\":\"a\"}");
        assertEquals(201, created.statusCode());
        String location = created.headers().firstValue("Location").orElseThrow();
        assertTrue(location.endsWith("/api/v1/things/a"), location);
    }

    @Test
    void aProblemNamesTheField() throws Exception {
        HttpResponse<String> wrong = house.post("/api/v1/things", "{\"name\":\"taken\"}");
        assertProblem(400, "名称已被使用", wrong);
        assertTrue(wrong.body().contains("\"violations\":[{"), wrong.body());
        assertTrue(wrong.body().contains("\"field\":\"name\""), wrong.body());
    }

    @Test
    void wrongJsonIsRefusedByNameAndPlace() throws Exception {
        assertProblem(400, "第 2 行", house.post("/api/v1/things", "{\"name\":\n\"a\",,}"));
        HttpResponse<String> unknown = house.post("/api/v1/things", "{\"nmae\":\"a\"}");
        assertProblem(400, "nmae", unknown);
        HttpResponse<String> type = house.post("/api/v1/things", "{\"name\":\"a\",\"at\":\"2026-02-30\"}");
        assertProblem(400, "at", type);
        assertFalse(type.body().contains("java"), type.body());
        assertProblem(400, "answers", house.post("/api/v1/things", "{\"answers\":[1]}"));
        assertProblem(400, "", house.post("/api/v1/things", "[".repeat(900)));
        assertProblem(400, "", house.post("/api/v1/things", ""));
    }

    @ParameterizedTest
    @CsvSource({
        "1?limit=abc, limit, 整数, whole number",
        "1?limit=, limit, 整数, whole number",
        "1?limit=99999999999, limit, 2147483647, 2147483647",
        "1?level=x, level, 整数, whole number",
        "1?sample=yes, sample, true, true or false",
        "1?unit=crate, unit, 'PIECE, BOX', 'PIECE, BOX'",
        "1?day=2026-02-30, day, 日期, date",
        "1?since=now, since, 时区, zone",
        "one, number, 整数, whole number"
    })
    void aWrongParameterIsNamedWithWhatItTakes(String query, String name, String zh, String en) throws Exception {
        HttpResponse<String> wrong = house.get("/api/v1/things/counts/" + query);
        assertProblem(400, "参数“" + name + "”", wrong);
        assertTrue(wrong.body().contains("\"field\":\"" + name + "\""), wrong.body());
        assertTrue(wrong.body().contains(zh), wrong.body());
        HttpResponse<String> english =
                house.send(house.known("/api/v1/things/counts/" + query).header("Accept-Language", "en"));
        assertProblem(400, en, english);
    }

    @Test
    void rightParametersAreRead() throws Exception {
        HttpResponse<String> plain = house.get("/api/v1/things/counts/1");
        assertTrue(plain.body().contains("\"sum\":21") && plain.body().contains("\"sample\":false"), plain.body());
        HttpResponse<String> all = house.get(
                "/api/v1/things/counts/1?limit=2&level=3&sample=true&unit=BOX&day=2026-03-02&since=2026-03-02T01:00:00Z");
        assertTrue(all.body().contains("\"sum\":6") && all.body().contains("\"sample\":true"), all.body());
        assertTrue(all.body().contains("\"unit\":\"BOX\""), all.body());
    }

    @Test
    void charactersThatNoDatabaseKeepsAreRefused() throws Exception {
        assertProblem(400, "name", house.post("/api/v1/things", "{\"name\":\"a\\u0000\"}"));
        assertProblem(400, "answers", house.post("/api/v1/things", "{\"answers\":{\"a\":[\"\\u0000\"]}}"));
        assertProblem(400, "name", house.post("/api/v1/things", "{\"name\":\"\\ud842\"}"));
        assertEquals(400, house.get("/api/v1/things?town=%00").statusCode());
        assertTrue(house.raw("GET /api/v1/things?town=%zz HTTP/1.0").contains("%25"));
        HttpRequest.Builder gbk = house.known("/api/v1/things")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray("{\"name\":\"城关\"}".getBytes(Charset.forName("GBK"))));
        assertProblem(400, "UTF-8", house.send(gbk));
    }

    @Test
    void whatIsTooLargeIsRefusedByItsKind() throws Exception {
        String large = "{\"name\":\"" + "a".repeat(3_000) + "\"}";
        assertProblem(413, "2000", house.post("/api/v1/things", large));
        HttpRequest.Builder chunked = house.known("/api/v1/things")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofInputStream(
                        () -> new java.io.ByteArrayInputStream(large.getBytes())));
        assertProblem(413, "2000", house.send(chunked));
        assertEquals("{\"bytes\":3000}", house.send(file(3_000)).body());
        assertProblem(413, "5000", house.send(file(6_000)));
        house.limit(2_000, 7_000);
        assertEquals("{\"bytes\":6000}", house.send(file(6_000)).body(), "another limit closes no door");
        house.limit(2_000, 0);
        assertEquals("{\"bytes\":6000}", house.send(file(6_000)).body(), "a wrong one leaves the one before");
        house.limit(2_000, 5_000);
    }

    private static HttpRequest.Builder file(int size) {
        return house.known("/api/v1/things/file")
                .header("Content-Type", "application/octet-stream")
                .PUT(HttpRequest.BodyPublishers.ofByteArray(new byte[size]));
    }

    @Test
    void aDefectShowsNothingButAnIncident() throws Exception {
        HttpResponse<String> broken = house.post("/api/v1/things", "{\"name\":\"defect\"}");
        assertProblem(500, "事件编号", broken);
        assertFalse(broken.body().contains("secret"), broken.body());
    }

    @Test
    void whatHttpRefusesIsAProblemToo() throws Exception {
        assertProblem(404, "/api/v1/nothing", house.get("/api/v1/nothing"));
        assertProblem(404, "", house.get("/api/v1/things/a/b/c"));
        HttpResponse<String> method = house.send(house.known("/api/v1/things").DELETE());
        assertProblem(405, "GET, ", method);
        assertTrue(method.body().contains("\"title\":\"方法不支持\""), method.body());
        assertTrue(method.headers().firstValue("Allow").orElseThrow().contains("POST"));
        HttpRequest.Builder image = house.known("/api/v1/things/a").header("Accept", "image/png");
        assertProblem(406, "image/png", house.send(image));
        assertProblem(406, "cannot be given", house.send(image.header("Accept-Language", "en")));
        HttpRequest.Builder csv = house.known("/api/v1/things")
                .header("Content-Type", "text/csv")
                .POST(HttpRequest.BodyPublishers.ofString("a"));
        assertProblem(415, "text/csv", house.send(csv));
        assertProblem(415, "Set Content-Type", house.send(csv.header("Accept-Language", "en")));
        HttpRequest.Builder trace = house.known("/api/v1/things").method("TRACE", HttpRequest.BodyPublishers.noBody());
        assertEquals(405, house.send(trace).statusCode());
    }

    @Test
    void aResourceThatIsReplacedIsAwayForAMomentAndNeverMissing() throws Exception {
        ThingResource old = new ThingResource("replaced", "old");
        house.door.addResource(old);
        house.door.removeResource(old);
        HttpResponse<String> away = house.get("/api/v1/replaced/open");
        assertProblem(503, "更新", away);
        assertTrue(away.headers().firstValue("Retry-After").isPresent());
        house.door.addResource(new ThingResource("replaced", "new"));
        assertEquals("{\"answer\":\"new\"}", house.get("/api/v1/replaced/open").body());
    }

    @Test
    void whoTriedTooOftenIsToldHowLongToWait() throws Exception {
        HttpResponse<String> often = house.post("/api/v1/things", "{\"name\":\"often\"}");
        assertProblem(429, "尝试过多", often);
        assertProblem(429, "15 分钟", often);
        assertEquals("900", often.headers().firstValue("Retry-After").orElseThrow());
    }

    @Test
    void aSecondResourceOfTheSamePathDisturbsNobody() throws Exception {
        ThingResource first = new ThingResource("same", "first");
        ThingResource second = new ThingResource("same", "second");
        house.door.addResource(first);
        house.door.addResource(second);
        assertEquals("{\"answer\":\"first\"}", house.get("/api/v1/same/open").body());
        house.door.removeResource(second);
        assertEquals("{\"answer\":\"first\"}", house.get("/api/v1/same/open").body());
        house.door.removeResource(first);
        assertEquals(503, house.get("/api/v1/same/open").statusCode());
    }

    /** As Declarative Services does with a service that comes while it starts the door. */
    @Test
    void aResourceThatIsAddedTwiceIsGoneWhenItGoes() throws Exception {
        ThingResource twice = new ThingResource("twice", "first");
        house.door.addResource(twice);
        house.door.addResource(twice);
        assertEquals("{\"answer\":\"first\"}", house.get("/api/v1/twice/open").body());
        house.door.removeResource(twice);
        assertEquals(503, house.get("/api/v1/twice/open").statusCode());
        house.door.addResource(new ThingResource("twice", "second"));
        assertEquals("{\"answer\":\"second\"}", house.get("/api/v1/twice/open").body());
    }

    @Test
    void theSecondOfTheSamePathIsServedWhenTheFirstGoes() throws Exception {
        ThingResource first = new ThingResource("next", "first");
        ThingResource second = new ThingResource("next", "second");
        house.door.addResource(first);
        house.door.addResource(second);
        house.door.removeResource(first);
        assertEquals("{\"answer\":\"second\"}", house.get("/api/v1/next/open").body());
    }

    @Test
    void aRequestInsideEndsBeforeItsResourceGoes() throws Exception {
        SlowResource slow = new SlowResource();
        house.door.addResource(slow);
        CompletableFuture<HttpResponse<String>> answer = CompletableFuture.supplyAsync(() -> {
            try {
                return house.get("/api/v1/slow");
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        assertTrue(slow.inside.await(60, TimeUnit.SECONDS));
        CompletableFuture<Void> going = CompletableFuture.runAsync(() -> house.door.removeResource(slow));
        assertThrows(TimeoutException.class, () -> going.get(100, TimeUnit.MILLISECONDS));
        slow.answer.countDown();
        going.get(60, TimeUnit.SECONDS);
        assertEquals("{\"told\":true}", answer.get(60, TimeUnit.SECONDS).body());
    }

    @Test
    void withoutIdentityKnownCallersAreToldToComeAgain() throws Exception {
        house.door.unsetIdentity(house.identity);
        try {
            assertProblem(503, "身份", house.get("/api/v1/things/me"));
            assertEquals(200, house.get("/api/v1/things/open").statusCode());
        } finally {
            house.door.setIdentity(house.identity);
        }
    }

    @Test
    void theDocumentNamesWhatIsServedNow() throws Exception {
        String document = house.send(house.to("/api/v1/openapi.json")).body();
        assertTrue(document.contains("\"/things/{name}\""), document);
        assertFalse(document.contains("\"Actor\""), document);
        JsonNode list = new ObjectMapper()
                .readTree(document)
                .path("paths")
                .path("/things")
                .path("get");
        assertTrue(list.path("responses").path("200").has("content"), list.toString());
        assertTrue(document.contains("\"Retry-After\""), document);
        assertEquals(
                "#/components/responses/Problem",
                list.path("responses").path("default").path("$ref").asText());
        list.path("parameters")
                .forEach(one -> assertTrue(
                        one.has("description") || one.path("name").asText().equals("town"), list.toString()));
        int open = document.indexOf("get_things_open");
        assertTrue(document.indexOf("\"security\" : [ ]", open) > open, document);
        ThingResource more = new ThingResource("more", "");
        house.door.addResource(more);
        assertTrue(house.send(house.to("/api/v1/openapi.json")).body().contains("\"/more/{name}\""));
        house.door.removeResource(more);
        assertFalse(house.send(house.to("/api/v1/openapi.json")).body().contains("\"/more/{name}\""));
    }

    @Test
    void requestsAreCountedByAddressAndNotByWhatCallersInvent() throws Exception {
        house.get("/api/v1/things/a");
        house.send(house.known("/api/v1/things").method("INVENTED", HttpRequest.BodyPublishers.noBody()));
        String metrics = house.send(house.to("/system/metrics")).body();
        assertTrue(
                metrics.contains("sanban_http_request_seconds_count{address=\"/v1/things\",method=\"GET\""), metrics);
        assertTrue(metrics.contains("jvm_memory"), "jvm");
        assertFalse(metrics.contains("INVENTED"), "method");
    }

    @Test
    void thePagesAreThereAndNothingBeside() throws Exception {
        assertTrue(house.send(house.to("/")).body().contains("三办"));
        HttpResponse<String> bare = house.send(house.to("/api/docs"));
        assertEquals(302, bare.statusCode());
        assertTrue(bare.headers().firstValue("Location").orElseThrow().endsWith("/api/docs/"));
        HttpResponse<String> docs = house.send(house.to("/api/docs/"));
        assertTrue(docs.body().contains("接口文档"), docs.body());
        HttpResponse<String> english = house.send(house.to("/").header("Accept-Language", "en-US,en;q=0.9"));
        assertTrue(english.body().contains("<html lang=\"en\">"), english.body());
        assertEquals("en", english.headers().firstValue("Content-Language").orElseThrow());
        assertTrue(house.send(house.to("/api/docs/?lang=en")).body().contains("Sanban API"));
        assertTrue(house.send(house.to("/?lang=zh").header("Accept-Language", "en"))
                .body()
                .contains("三办平台"));
        assertTrue(docs.headers().firstValue("Content-Security-Policy").isPresent());
        assertEquals(404, house.send(house.to("/api/docs/../texts.properties")).statusCode());
        assertEquals(404, house.send(house.to("/api/docs/missing.js")).statusCode());
    }

    private static void assertProblem(int status, String words, HttpResponse<String> answer) {
        assertEquals(status, answer.statusCode(), answer.body());
        assertTrue(
                answer.headers().firstValue("Content-Type").orElse("").startsWith("application/problem+json"),
                answer.headers().map().toString());
        assertTrue(answer.body().contains("\"status\":" + status), answer.body());
        assertTrue(answer.body().contains(words), answer.body());
    }
}
