// SPDX-License-Identifier: Apache-2.0
package org.sanban.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sanban.itests.SoapLife.answer;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What another system gains: what a mode refuses over REST it refuses over SOAP, and agents act through all stages there. */
@ExtendWith(Distribution.class)
class SoapLivesIT {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String BOOK = "<taken><name>户口簿</name>";
    private static final String GIVEN_BACK = "<returned><id>1</id><receivedBy>张示例</receivedBy></returned>";

    private final Sanban sanban = Distribution.get();
    private final Rest rest = sanban.as("chengguan-clerk");
    private final Rest agentsRest = sanban.as("chengguan-agent");
    private final Soap clerk = sanban.soapAs("chengguan-clerk");
    private final Soap officer = sanban.soapAs("chengguan-officer");
    private final Soap agent = sanban.soapAs("chengguan-agent");

    @Test
    void anAgentActsThroughAllNineStages() {
        JsonNode matter = Modes.matter(rest, "proxy");
        SoapLife life = SoapLife.submitted(clerk, Modes.xmlDraft(rest, "proxy"));
        life.refused("FORBIDDEN", agent, "step-in", answer("finding", "已了解"));
        life.does(clerk, "assign", "<assignee>chengguan-agent</assignee>");
        life.does(agent, "step-in", answer("finding", "家中老人行动不便"));
        life.refused("CONFLICT", agent, "accept-help");
        life.refused("INVALID", agent, "accept", answer("scope", "submit"), answer("validUntil", "2024-01-01"));
        life.does(agent, "accept", answer("scope", "collect", "submit", "pay", "receive"), validUntil());
        life.refused("INVALID", agent, "sign");
        life.does(agent, "sign", answer("agreement", Sample.scan(agentsRest)));
        assertTrue(
                life.refused("CONFLICT", agent, "relay", answer("reason", "需县级协调"), "<assignee>specialist-1</assignee>")
                        .contains("接力"));
        life.does(agent, "advise", answer("advice", "请备齐"), answer("needed", Sample.required(matter)));
        life.refused("CONFLICT", agent, "submit-materials");
        life.does(agent, "collect", materials(matter), BOOK + "</taken>");
        life.refused("INVALID", agent, "pay", fee("0"));
        life.does(agent, "pay", fee("12.5"));
        life.does(agent, "submit-materials", opening("城关镇审批", "chengguan-officer"));
        life.does(agent, "open-parts", opening("县级复核", "county-officer"));
        life.refused("CONFLICT", agent, "conclude", answer("conclusion", "全部准予"));
        life.refused("FORBIDDEN", officer, "end-part", outcome("approved"), "<endedPart>2</endedPart>");
        life.refused("INVALID", officer, "end-part", outcome("denied"), "<endedPart>1</endedPart>");
        life.does(officer, "end-part", outcome("approved"), "<endedPart>1</endedPart>");
        life.does(sanban.soapAs("county-officer"), "end-part", outcome("approved"), "<endedPart>2</endedPart>");
        life.does(agent, "conclude", answer("conclusion", "全部准予"));
        life.does(agent, "feed-back", answer("result", "准予办理"), answer("collectedBy", "agent"), receivedBy());
        assertTrue(life.refused("CONFLICT", agent, "file").contains("户口簿"));
        life.does(agent, "file", GIVEN_BACK);
        life.does(clerk, "revisit", answer("satisfaction", "very"));
        assertEquals("DONE", status(life));
    }

    @Test
    void whatIsRevokedIsGivenBackAndClosed() {
        SoapLife life = collecting("proxy");
        life.does(agent, "collect", BOOK + "</taken>");
        life.does(clerk, "revoke", answer("reason", "申请人决定自己办"));
        life.refused("CONFLICT", agent, "collect", materials(Modes.matter(rest, "proxy")));
        assertTrue(life.refused("CONFLICT", agent, "close").contains("户口簿"));
        life.does(agent, "give-back", GIVEN_BACK);
        life.does(agent, "close");
        assertEquals("WITHDRAWN", status(life));
    }

    @Test
    void parcelsAreSignedForBeforeTheCaseGoesOn() {
        SoapLife life = collecting("postal");
        String waybill = "EB" + System.currentTimeMillis() % 1_000_000_000;
        String sends = sends(waybill);
        life.refused("INVALID", agent, "pick-up", sends, BOOK + "</taken>");
        life.does(
                agent,
                "pick-up",
                sends,
                materials(Modes.matter(rest, "postal")),
                BOOK + "<where>post:" + waybill + "</where></taken>");
        life.refused("CONFLICT", agent, "submit-materials", opening("城关镇审批", "chengguan-officer"));
        String signed = answer("receivedBy", "李示例") + answer("condition", "intact");
        life.refused("INVALID", agent, "receive", signed);
        life.does(agent, "receive", signed, "<moved><id>1</id></moved>");
        life.refused("INVALID", agent, "terminate", answer("explanation", "没有理由"));
        life.does(agent, "dispatch", sends(waybill + "2"), moved("post:" + waybill + "2"));
        life.refused("INVALID", agent, "receive", signed, "<moved><id>1</id></moved>");
        life.does(agent, "receive", signed, moved("县民政局"));
        life.does(agent, "submit-materials", opening("城关镇审批", "chengguan-officer"));
        life.does(officer, "end-part", outcome("approved"), "<endedPart>1</endedPart>");
        life.does(agent, "conclude", answer("conclusion", "准予"));
        life.does(agent, "feed-back", answer("result", "准予"), answer("collectedBy", "agent"), receivedBy());
        life.does(agent, "deliver", sends(waybill + "3"), moved("post:" + waybill + "3"));
        assertTrue(life.refused("CONFLICT", agent, "file", GIVEN_BACK).contains(waybill + "3"));
        life.does(agent, "receive", signed, GIVEN_BACK);
        life.does(agent, "file");
        life.does(clerk, "revisit", answer("satisfaction", "very"));
        assertEquals("DONE", status(life));
    }

    @Test
    void aRefusedVisitIsToldInWords() {
        SoapLife life = SoapLife.submitted(clerk, Modes.xmlDraft(rest, "onsite"));
        life.refused("CONFLICT", clerk, "refuse", answer("reason", "incomplete"), answer("explanation", "缺材料"));
        life.refused("INVALID", clerk, "refuse", answer("reason", "equipment"));
        life.does(clerk, "refuse", answer("reason", "equipment"), answer("explanation", "设备须在大厅使用"));
        Xml progress = progress(life);
        assertEquals("REFUSED", progress.text("status"));
        assertTrue(progress.contains("设备须在大厅使用"), progress.toString());
    }

    /** In the stage of collecting, with a signed agreement. */
    private SoapLife collecting(String mode) {
        JsonNode matter = Modes.matter(rest, mode);
        SoapLife life = SoapLife.submitted(clerk, Modes.xmlDraft(rest, mode));
        life.does(clerk, "assign", "<assignee>chengguan-agent</assignee>");
        life.does(agent, "step-in", answer("finding", "家住偏远"));
        life.does(agent, "accept", answer("scope", "collect", "submit", "receive"), validUntil());
        life.does(agent, "sign", answer("agreement", Sample.scan(agentsRest)));
        life.does(agent, "advise", answer("advice", "请备齐"), answer("needed", Sample.required(matter)));
        return life;
    }

    private Xml progress(SoapLife life) {
        return new Soap(sanban.anyone())
                .call("followCase", "<number>" + life.number + "</number><phoneEnding>1234</phoneEnding>");
    }

    private String status(SoapLife life) {
        return progress(life).text("status");
    }

    private static String validUntil() {
        return answer("validUntil", LocalDate.now(ZONE).plusMonths(1).toString());
    }

    private static String sends(String waybill) {
        return answer("waybill", waybill) + answer("receiver", "示例中心") + answer("contents", "户口簿一本");
    }

    private static String moved(String where) {
        return "<moved><id>1</id><where>" + where + "</where></moved>";
    }

    private static String receivedBy() {
        return answer("receivedBy", "张示例");
    }

    private static String outcome(String outcome) {
        return answer("outcome", outcome) + answer("result", "准予办理");
    }

    private static String opening(String name, String account) {
        return "<opening><name>" + name + "</name><account>" + account + "</account></opening>";
    }

    private String fee(String amount) {
        return answer("item", "证照工本费（示例）")
                + answer("payee", "示例局")
                + answer("amount", amount)
                + answer("basis", "示例依据")
                + answer("receipt", Sample.scan(agentsRest));
    }

    private static String materials(JsonNode matter) {
        return Twin.action(Map.of("materials", Sample.complete(matter)));
    }
}
