// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.sms.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.bean.Alphabet;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.GSMSpecificFeature;
import org.jsmpp.bean.GeneralDataCoding;
import org.jsmpp.bean.MessageMode;
import org.jsmpp.bean.MessageType;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.OptionalParameters;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SMSCDeliveryReceipt;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.SMPPSession;
import org.sanban.api.channel.Answer;
import org.sanban.api.data.Latest;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Text;

/** An operator's message centre, spoken to by SMPP 3.4 (短信网关). */
final class SmppProvider implements Provider {
    private static final int BEGUN = 100;
    private static final GeneralDataCoding UCS2 = new GeneralDataCoding(Alphabet.ALPHA_UCS2);

    private final Config config;
    private final ReceiptIds ids;
    private final boolean sar;
    private final TypeOfNumber sourceTon;
    private final NumberingPlanIndicator sourceNpi;
    private final TypeOfNumber destinationTon;
    private final NumberingPlanIndicator destinationNpi;
    private final SmppLink link;
    private long next = System.nanoTime();

    /** Ids of the parts that went out of messages whose rest did not: at the next try only the rest is sent. */
    private final Map<String, List<String>> begun = Latest.written(BEGUN);

    /** @throws Problem invalid, naming the setting that is wrong; no connection was opened then */
    SmppProvider(Config config, Inbox inbox) {
        this.config = config;
        Checks.set("smpp.host", config.smpp_host());
        Checks.range("smpp.port", config.smpp_port(), 1, 65_535);
        word("smpp.systemId", Checks.set("smpp.systemId", config.smpp_systemId()), 15);
        word("smpp.password", config.smpp_password(), 8);
        word("smpp.systemType", config.smpp_systemType(), 12);
        word("smpp.serviceType", config.smpp_serviceType(), 5);
        word("smpp.source", config.smpp_source(), 20);
        Checks.range("smpp.perSecond", config.smpp_perSecond(), 1, 1_000);
        Checks.range("smpp.enquireSeconds", config.smpp_enquireSeconds(), 1, 600);
        sar = Checks.oneOf("smpp.concatenation", config.smpp_concatenation(), List.of("udh", "sar"))
                .equals("sar");
        ids = ReceiptIds.of("smpp.receiptIds", config.smpp_receiptIds());
        sourceTon = ton("smpp.sourceTon", config.smpp_sourceTon());
        sourceNpi = npi("smpp.sourceNpi", config.smpp_sourceNpi());
        destinationTon = ton("smpp.destinationTon", config.smpp_destinationTon());
        destinationNpi = npi("smpp.destinationNpi", config.smpp_destinationNpi());
        link = new SmppLink(config, new SmppIncoming(inbox, ids));
    }

    private static void word(String field, String value, int longest) {
        String written = Checks.atMost(field, value, longest);
        Checks.check(StandardCharsets.US_ASCII.newEncoder().canEncode(written), field, SmsChannel.TEXTS.get("ascii"));
    }

    private static TypeOfNumber ton(String field, int value) {
        return TypeOfNumber.valueOf((byte) Checks.range(field, value, 0, 6));
    }

    private static NumberingPlanIndicator npi(String field, int value) {
        try {
            return NumberingPlanIndicator.valueOf((byte) value);
        } catch (IllegalArgumentException e) {
            throw Problem.invalid(field, SmsChannel.TEXTS.get("one-of", "0, 1, 3, 4, 6, 8, 9, 10, 14, 18"));
        }
    }

    @Override
    public Optional<Text> fault() {
        return link.fault();
    }

    @Override
    public boolean connected() {
        return link.bound();
    }

    @Override
    public synchronized Answer send(Sms sms) {
        List<String> parts = Parts.of(sms.text());
        List<String> sent = begun.getOrDefault(sms.id(), new ArrayList<>());
        Answer failed = rest(sms, parts, sent);
        if (failed == null) {
            begun.remove(sms.id());
            return Answer.sentInParts(sent);
        }
        if (failed.outcome() == Answer.Outcome.LATER && !sent.isEmpty()) {
            begun.put(sms.id(), sent);
        }
        return failed;
    }

    /** Sends the parts that have not been; {@code null} when all are with the message centre. */
    private Answer rest(Sms sms, List<String> parts, List<String> sent) {
        SMPPSession session = null;
        try {
            session = link.session();
            if (session == null) {
                return later(link.fault().orElse(SmsChannel.TEXTS.get("no-link")));
            }
            for (int i = sent.size(); i < parts.size(); i++) {
                pace();
                sent.add(ids.ofResponse(submit(session, sms, parts, i)));
            }
            return null;
        } catch (NegativeResponseException e) {
            return Statuses.answer(e.getCommandStatus());
        } catch (ResponseTimeoutException | InvalidResponseException e) {
            link.giveUp(session);
            return later(SmsChannel.TEXTS.get("no-answer"));
        } catch (IOException e) {
            return later(SmsChannel.TEXTS.get("no-link"));
        } catch (PDUException e) {
            return Answer.refused(SmsChannel.TEXTS.get("submit-refused", "PDU").zh());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return later(SmsChannel.TEXTS.get("no-link"));
        }
    }

    private static Answer later(Text why) {
        return Answer.later(why.zh(), null);
    }

    /** No faster than was agreed with the operator. */
    private void pace() throws InterruptedException {
        long wait = next - System.nanoTime();
        if (wait > 0) {
            TimeUnit.NANOSECONDS.sleep(wait);
        }
        next = System.nanoTime() + 1_000_000_000L / config.smpp_perSecond();
    }

    private String submit(SMPPSession session, Sms sms, List<String> parts, int index)
            throws PDUException, ResponseTimeoutException, InvalidResponseException, NegativeResponseException,
                    IOException {
        byte[] content = parts.get(index).getBytes(StandardCharsets.UTF_16BE);
        boolean several = parts.size() > 1;
        // The same at every try, so that a telephone takes a part that comes twice for what it is.
        int number = number(sms.id());
        OptionalParameter[] numbered = several && sar
                ? new OptionalParameter[] {
                    OptionalParameters.newSarMsgRefNum((short) number),
                    OptionalParameters.newSarSegmentSeqnum(index + 1),
                    OptionalParameters.newSarTotalSegments(parts.size())
                }
                : new OptionalParameter[0];
        if (several && !sar) {
            content = ByteBuffer.allocate(6 + content.length)
                    .put(new byte[] {5, 0, 3, (byte) number, (byte) parts.size(), (byte) (index + 1)})
                    .put(content)
                    .array();
        }
        return session.submitShortMessage(
                        config.smpp_serviceType().strip(),
                        sourceTon,
                        sourceNpi,
                        config.smpp_source().strip(),
                        destinationTon,
                        destinationNpi,
                        sms.phone(),
                        several && !sar
                                ? new ESMClass(MessageMode.DEFAULT, MessageType.DEFAULT, GSMSpecificFeature.UDHI)
                                : new ESMClass(),
                        (byte) 0,
                        (byte) 0,
                        null,
                        null,
                        new RegisteredDelivery(SMSCDeliveryReceipt.SUCCESS_FAILURE),
                        (byte) 0,
                        UCS2,
                        (byte) 0,
                        content,
                        numbered)
                .getMessageId();
    }

    private static int number(String id) {
        CRC32 crc = new CRC32();
        crc.update(id.getBytes(StandardCharsets.UTF_8));
        return (int) (crc.getValue() & 0xFFFF);
    }

    @Override
    public void close() {
        link.close();
    }
}
