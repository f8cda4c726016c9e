// SPDX-License-Identifier: Apache-2.0
package org.sanban.web.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The SOAP door over HTTP. */
class SoapDoorTest {
    private static final String WSSE = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-";
    private static House house;

    @BeforeAll
    static void open() throws Exception {
        house = new House(20_000, 50_000);
        house.door.addEndpoint(new ThingEndpoint(new SoapCallers()));
    }

    @AfterAll
    static void close() throws Exception {
        house.close();
    }

    @Test
    void theWsdlNamesTheTypedFault() throws Exception {
        HttpResponse<String> wsdl = house.send(house.to("/api/soap/Thing?wsdl"));
        assertEquals(200, wsdl.statusCode());
        assertTrue(wsdl.body().contains("<wsdl:fault"), wsdl.body());
        assertTrue(wsdl.body().contains("violation"), wsdl.body());
        assertTrue(wsdl.body().contains("location=\"http://127.0.0.1:"), wsdl.body());
    }

    @Test
    void charactersBeyondTheBasicPlanePassWithoutACharset() throws Exception {
        assertTrue(greet("𠮷城关").body().contains("<greeting>𠮷城关</greeting>"));
    }

    @Test
    void theCallerIsKnownByItsToken() throws Exception {
        String header = token("wang", House.TOKEN, "#PasswordText");
        HttpResponse<String> me = house.soap("/api/soap/Thing", header, "<t:me/>");
        assertTrue(me.body().contains("wang soap"), me.body());
        assertFault("UNAUTHENTICATED", "UsernameToken", house.soap("/api/soap/Thing", "", "<t:me/>"));
        assertFault(
                "UNAUTHENTICATED",
                "令牌无效",
                house.soap("/api/soap/Thing", token("wang", "no", "#PasswordText"), "<t:me/>"));
        assertFault(
                "UNAUTHENTICATED",
                "PasswordText",
                house.soap("/api/soap/Thing", token("wang", House.TOKEN, "#PasswordDigest"), "<t:me/>"));
    }

    @Test
    void aProblemIsTheTypedFaultAndNamesTheField() throws Exception {
        HttpResponse<String> fault = greet("taken");
        assertFault("INVALID", "名称已被使用", fault);
        assertTrue(fault.body().contains("<field>name</field>"), fault.body());
    }

    @Test
    void whoTriedTooOftenIsToldHowLongToWait() throws Exception {
        HttpResponse<String> fault = greet("often");
        assertFault("TOO_MANY", "15 分钟", fault);
        assertTrue(fault.body().contains("<retryAfter>900</retryAfter>"), fault.body());
        assertTrue(fault.body().contains("Client</faultcode>"), fault.body());
        assertEquals("900", fault.headers().firstValue("Retry-After").orElseThrow());
        assertFalse(greet("taken").body().contains("retryAfter"));
    }

    @Test
    void aDefectShowsNothingButAnIncident() throws Exception {
        HttpResponse<String> fault = greet("defect");
        assertEquals(500, fault.statusCode());
        assertTrue(fault.body().contains("事件编号"), fault.body());
        assertFalse(fault.body().contains("secret"), fault.body());
    }

    @Test
    void entitiesAreRefused() throws Exception {
        String bomb = "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;'>]>"
                + "<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Body>&b;</s:Body></s:Envelope>";
        HttpResponse<String> refused = house.send(house.to("/api/soap/Thing")
                .header("Content-Type", "text/xml")
                .POST(HttpRequest.BodyPublishers.ofString(bomb)));
        assertEquals(500, refused.statusCode());
        assertTrue(refused.body().contains("SOAP 请求不正确"), refused.body());
    }

    @Test
    void whatTheSchemaForbidsIsRefused() throws Exception {
        HttpResponse<String> refused =
                house.soap("/api/soap/Thing", "", "<t:greet><name>a</name><count>many</count></t:greet>");
        assertTrue(refused.body().contains("many"), refused.body());
        assertTrue(refused.body().contains("SOAP 请求不正确"), refused.body());
        HttpResponse<String> broken = house.soap("/api/soap/Thing", "", "<t:greet>");
        assertTrue(broken.body().contains("SOAP 请求不正确"), broken.body());
    }

    @Test
    void whatIsTooLargeIsRefused() throws Exception {
        assertEquals(413, greet("a".repeat(30_000)).statusCode());
    }

    private static HttpResponse<String> greet(String name) throws Exception {
        return house.soap("/api/soap/Thing", "", "<t:greet><name>" + name + "</name><count>1</count></t:greet>");
    }

    private static String token(String login, String password, String type) {
        return "<s:Header><w:Security s:mustUnderstand='1' xmlns:w='" + WSSE + "wssecurity-secext-1.0.xsd'>"
                + "<w:UsernameToken><w:Username>" + login + "</w:Username><w:Password Type='" + WSSE
                + "username-token-profile-1.0" + type + "'>" + password
                + "</w:Password></w:UsernameToken></w:Security></s:Header>";
    }

    private static void assertFault(String kind, String words, HttpResponse<String> answer) {
        assertEquals(500, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains("<kind>" + kind + "</kind>"), answer.body());
        assertTrue(answer.body().contains(words), answer.body());
    }
}
