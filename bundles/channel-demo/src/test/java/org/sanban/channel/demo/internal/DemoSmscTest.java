// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.demo.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.Alphabet;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.GeneralDataCoding;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.OptionalParameters;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SMSCDeliveryReceipt;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.session.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sanban.channel.demo.internal.DemoDesk.Kind;

/** The made-up message centre, spoken to by a client of SMPP. */
class DemoSmscTest {
    private static final String PHONE = "13800000001";
    private static final int UDHI = 0x40;

    private final DemoDesk desk = new DemoDesk();
    private final DemoSmsc centre = new DemoSmsc(desk, 0);
    private final SMPPSession client = new SMPPSession();
    private volatile String last;
    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();

    DemoSmscTest() throws IOException {}

    @AfterEach
    void close() throws IOException {
        client.unbindAndClose();
        centre.stop();
        desk.close();
    }

    @Test
    void aMessageIsShownAndItsReceiptFollowsTheAnswer() throws Exception {
        bind(DemoSmsc.PASSWORD);
        String id = submit(PHONE, "【示例】上门已约好𠮷");
        DemoDesk.Shown shown = desk.shown().get(0);
        assertEquals("sms " + PHONE, shown.channel() + " " + shown.to());
        assertEquals("【示例】上门已约好𠮷", shown.text());
        String receipt = told.poll(60, TimeUnit.SECONDS);
        assertTrue(receipt.startsWith("id:" + id + " ") && receipt.contains(" stat:DELIVRD "), receipt);
    }

    @Test
    void theyAreToldTwiceOrInWhatNobodyReadsByCommand() throws Exception {
        bind(DemoSmsc.PASSWORD);
        desk.breaks("sms", Kind.TWICE, 1);
        submit(PHONE, "一");
        assertEquals(told.poll(60, TimeUnit.SECONDS), told.poll(60, TimeUnit.SECONDS));
        desk.breaks("sms", Kind.ENCODING, 1);
        submit(PHONE, "二");
        assertEquals("\0i\0d", told.poll(60, TimeUnit.SECONDS).substring(0, 4));
        desk.breaks("sms", Kind.EARLY, 1);
        submit(PHONE, "三");
        assertEquals(1, told.size(), "the answer comes after the receipt");
    }

    @Test
    void aLongTextIsShownWhenAllItsPartsHaveCome() throws Exception {
        bind(DemoSmsc.PASSWORD);
        String second = part(2, 2, "下半");
        assertEquals(List.of(), desk.shown());
        String first = part(2, 1, "上半");
        assertEquals("上半下半", desk.shown().get(0).text());
        assertEquals(1, desk.shown().size());
        String receipts = told.poll(60, TimeUnit.SECONDS) + told.poll(60, TimeUnit.SECONDS);
        assertTrue(receipts.contains(first) && receipts.contains(second), receipts);
    }

    @Test
    void partsThatAreNumberedByTheCentresOwnFieldsAreJoined() throws Exception {
        bind(DemoSmsc.PASSWORD);
        submit(PHONE, 0, text("下半"), sar(300, 2, 2));
        submit(PHONE, 0, text("另一条"), sar(301, 2, 1));
        assertEquals(List.of(), desk.shown());
        submit(PHONE, 0, text("上半"), sar(300, 2, 1));
        assertEquals("上半下半", desk.shown().get(0).text());
        assertEquals(1, desk.shown().size());
    }

    @Test
    void aHeaderWithAWideReferenceBesideAnotherElementNumbersParts() throws Exception {
        bind(DemoSmsc.PASSWORD);
        for (int which : new int[] {2, 1}) {
            byte[] header = {9, 36, 1, 0, 8, 4, 1, 44, 2, (byte) which};
            byte[] said = text(which == 1 ? "上半" : "下半");
            byte[] content = Arrays.copyOf(header, header.length + said.length);
            System.arraycopy(said, 0, content, header.length, said.length);
            submit(PHONE, UDHI, content);
        }
        assertEquals("上半下半", desk.shown().get(0).text());
    }

    @Test
    void aReplyIsBroughtWhileThePlatformIsLoggedIn() throws Exception {
        assertEquals(-1, centre.reply(PHONE, "退订", StandardCharsets.UTF_16BE), "nobody is there");
        bind(DemoSmsc.PASSWORD);
        assertTrue(centre.bound());
        submit(PHONE, "一");
        assertNotNull(told.poll(60, TimeUnit.SECONDS), "the receipt");
        DemoSms provider = new DemoSms(desk, centre);
        desk.breaks("sms", Kind.TWICE, 1);
        String said = provider.reply(Wire.object().put("phone", PHONE).put("text", "TD"), 1)
                .toString();
        provider.stop();
        assertEquals("{\"told\":\"smpp\",\"status\":200}", said);
        assertEquals("\0T\0D", told.poll(60, TimeUnit.SECONDS));
        assertEquals("\0T\0D", told.poll(60, TimeUnit.SECONDS));
        assertEquals(PHONE + " 10690000", last);
    }

    @Test
    void aNumberThatIsNoneIsRefusedForGood() throws Exception {
        bind(DemoSmsc.PASSWORD);
        assertEquals(SMPPConstant.STAT_ESME_RINVDSTADR, refusal("13800000000"));
        assertEquals(List.of(), desk.shown());
    }

    @Test
    void faultsAreStatusesAndGoByThemselves() throws Exception {
        bind(DemoSmsc.PASSWORD);
        desk.breaks("sms", Kind.BUSY, 1);
        assertEquals(SMPPConstant.STAT_ESME_RTHROTTLED, refusal(PHONE));
        desk.breaks("sms", Kind.ERROR, 1);
        assertEquals(SMPPConstant.STAT_ESME_RSYSERR, refusal(PHONE));
        desk.breaks("sms", Kind.GARBAGE, 1);
        assertEquals(DemoSmsc.UNKNOWN, refusal(PHONE));
        assertEquals(List.of(), desk.shown());
        desk.breaks("sms", Kind.LOST, 1);
        assertEquals(SMPPConstant.STAT_ESME_RSYSERR, refusal(PHONE));
        assertEquals(1, desk.shown().size(), "it is done all the same");
        submit(PHONE, "好了");
    }

    @Test
    void whoIsNotKnownIsNotLetIn() {
        assertEquals(SMPPConstant.STAT_ESME_RINVPASWD, status(() -> bind("wrong")));
    }

    @Test
    void aPortThatIsTakenBreaksNothingElse() throws IOException {
        DemoSmsc second = new DemoSmsc(desk, centre.port());
        assertEquals(-1, second.port());
        second.stop();
    }

    /** Something that may be refused. */
    private interface Asking {
        void ask() throws Exception;
    }

    private int refusal(String phone) {
        return status(() -> submit(phone, "短"));
    }

    private static int status(Asking asking) {
        Exception refused = assertThrows(Exception.class, asking::ask);
        Throwable why = refused instanceof NegativeResponseException ? refused : refused.getCause();
        return assertInstanceOf(NegativeResponseException.class, why).getCommandStatus();
    }

    private void bind(String password) throws IOException {
        client.setMessageReceiverListener(new Phone());
        client.setTransactionTimer(30_000);
        client.connectAndBind(
                "127.0.0.1",
                centre.port(),
                new BindParameter(
                        BindType.BIND_TRX,
                        DemoSmsc.SYSTEM_ID,
                        password,
                        "",
                        TypeOfNumber.UNKNOWN,
                        NumberingPlanIndicator.UNKNOWN,
                        null),
                30_000);
    }

    private String submit(String phone, String text) throws Exception {
        return submit(phone, 0, text.getBytes(StandardCharsets.UTF_16BE));
    }

    private String part(int of, int which, String text) throws Exception {
        byte[] said = text.getBytes(StandardCharsets.UTF_16BE);
        byte[] content = new byte[6 + said.length];
        System.arraycopy(new byte[] {5, 0, 3, 77, (byte) of, (byte) which}, 0, content, 0, 6);
        System.arraycopy(said, 0, content, 6, said.length);
        return submit(PHONE, UDHI, content);
    }

    private static OptionalParameter[] sar(int reference, int of, int which) {
        return new OptionalParameter[] {
            OptionalParameters.newSarMsgRefNum((short) reference),
            OptionalParameters.newSarSegmentSeqnum(which),
            OptionalParameters.newSarTotalSegments(of)
        };
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_16BE);
    }

    private String submit(String phone, int esmClass, byte[] content, OptionalParameter... more) throws Exception {
        return client.submitShortMessage(
                        "",
                        TypeOfNumber.UNKNOWN,
                        NumberingPlanIndicator.UNKNOWN,
                        "10690000",
                        TypeOfNumber.UNKNOWN,
                        NumberingPlanIndicator.ISDN,
                        phone,
                        new ESMClass(esmClass),
                        (byte) 0,
                        (byte) 0,
                        null,
                        null,
                        new RegisteredDelivery(SMSCDeliveryReceipt.SUCCESS_FAILURE),
                        (byte) 0,
                        new GeneralDataCoding(Alphabet.ALPHA_UCS2),
                        (byte) 0,
                        content,
                        more)
                .getMessageId();
    }

    /** Keeps what it is told. */
    private final class Phone implements MessageReceiverListener {
        @Override
        public void onAcceptDeliverSm(DeliverSm came) {
            last = came.getSourceAddr() + " " + came.getDestAddress();
            told.add(new String(came.getShortMessage(), StandardCharsets.US_ASCII));
        }

        @Override
        public void onAcceptAlertNotification(AlertNotification came) {
            throw new AssertionError(came);
        }

        @Override
        public DataSmResult onAcceptDataSm(DataSm came, Session source) throws ProcessRequestException {
            throw OnlySubmits.no(SMPPConstant.STAT_ESME_RINVCMDID);
        }
    }
}
