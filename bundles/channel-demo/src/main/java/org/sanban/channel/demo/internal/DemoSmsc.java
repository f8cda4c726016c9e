// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.demo.internal;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.DeliveryReceipt;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.RawDataCoding;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.extra.SessionState;
import org.jsmpp.session.BindRequest;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.SubmitSmResult;
import org.jsmpp.session.connection.socket.SocketConnection;
import org.jsmpp.util.DeliveryReceiptState;
import org.jsmpp.util.MessageId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.sanban.channel.demo.internal.DemoDesk.Kind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An operator's message centre (示例短信网关) that speaks SMPP 3.4 on this machine alone: it shows what it is given, answers
 * with an id, and tells a moment later that it arrived. A number that ends with 0000 is none. It brings back what people reply.
 */
@Component(service = DemoSmsc.class, configurationPid = "org.sanban.channel.demo")
@Designate(ocd = DemoSmsc.Config.class)
public final class DemoSmsc implements OnlySubmits {
    /** What can be set: {@code etc/org.sanban.channel.demo.cfg}. */
    @ObjectClassDefinition(name = "Sanban simulated parties")
    public @interface Config {
        @AttributeDefinition(
                name = "SMPP port",
                description = "Where the simulated message centre listens, on this machine alone, 1 to 65535")
        int smppPort() default 2775;
    }

    static final String SYSTEM_ID = "demo";
    static final String PASSWORD = "demo-pw";
    /** A command_status that each operator may use as it likes. */
    static final int UNKNOWN = 0x4FF;

    private static final Logger LOG = LoggerFactory.getLogger(DemoSmsc.class);
    private static final String CHANNEL = "sms";
    private static final int THREADS = 4;
    private static final int PROCESSORS = 5;
    private static final int QUEUE = 100;
    private static final int PATIENCE = 5_000;
    private static final long RECEIPT_MILLIS = 800;
    private static final int RECEIPT = 4;
    private static final int UCS2 = 8;

    private final DemoDesk desk;
    private final LongTexts texts = new LongTexts();
    /** Where the last message came from, and where a reply goes to. */
    private volatile String number = "10690000";

    private final AtomicLong ids = new AtomicLong(System.currentTimeMillis());
    private final Set<SMPPServerSession> sessions = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService work = Executors.newScheduledThreadPool(THREADS, task -> {
        Thread thread = new Thread(task, "sanban-demo-smsc");
        thread.setDaemon(true);
        return thread;
    });
    private final ServerSocket server;

    @Activate
    public DemoSmsc(@Reference DemoDesk desk, Config config) throws IOException {
        this(desk, config.smppPort());
    }

    /** @param port 0 for any that is free */
    DemoSmsc(DemoDesk desk, int port) throws IOException {
        this.desk = desk;
        this.server = new ServerSocket();
        try {
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            work.execute(this::accept);
            LOG.info("The simulated message centre listens for SMPP at {}", server.getLocalSocketAddress());
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn(
                    "No simulated message centre: port {} is not to be had ({}). Set another one as smppPort in "
                            + "etc/org.sanban.channel.demo.cfg and as smpp.port in etc/org.sanban.channel.sms.cfg",
                    port,
                    e.getMessage());
        }
    }

    /** Where it listens, -1 where it does not. */
    int port() {
        return server.getLocalPort();
    }

    /** Ends every session. */
    @Deactivate
    public void stop() throws IOException {
        server.close();
        work.shutdownNow();
        sessions.forEach(SMPPServerSession::close);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                SMPPServerSession session = new SMPPServerSession(
                        new SocketConnection(server.accept()), null, this, null, PROCESSORS, QUEUE);
                session.setTransactionTimer(PATIENCE);
                sessions.removeIf(one -> one.getSessionState() == SessionState.CLOSED);
                sessions.add(session);
                work.execute(() -> logIn(session));
            } catch (IOException e) {
                LOG.debug("No connection", e);
            }
        }
    }

    private static void logIn(SMPPServerSession session) {
        try {
            BindRequest asked = session.waitForBind(PATIENCE);
            if (!asked.getSystemId().equals(SYSTEM_ID)) {
                asked.reject(SMPPConstant.STAT_ESME_RINVSYSID);
            } else if (!asked.getPassword().equals(PASSWORD)) {
                asked.reject(SMPPConstant.STAT_ESME_RINVPASWD);
            } else {
                asked.accept("sanban-demo");
            }
        } catch (PDUException | IOException | TimeoutException e) {
            session.close();
        }
    }

    @Override
    public SubmitSmResult onAcceptSubmitSm(SubmitSm one, SMPPServerSession session) throws ProcessRequestException {
        Charset written = misbehave();
        String to = one.getDestAddress();
        if (to.endsWith("0000")) {
            throw OnlySubmits.no(SMPPConstant.STAT_ESME_RINVDSTADR);
        }
        number = one.getSourceAddr();
        texts.take(one)
                .ifPresent(text -> desk.show(CHANNEL, to, "sms.text", null, Map.of("field.source", number), text));
        if (desk.does(CHANNEL, Kind.LOST)) {
            throw OnlySubmits.no(SMPPConstant.STAT_ESME_RSYSERR);
        }
        String id = Long.toString(ids.incrementAndGet());
        if (desk.does(CHANNEL, Kind.EARLY)) {
            tell(session, one, id, written);
        } else {
            later(session, one, id, written);
        }
        if (desk.does(CHANNEL, Kind.TWICE)) {
            later(session, one, id, written);
        }
        try {
            return new SubmitSmResult(new MessageId(id), new OptionalParameter[0]);
        } catch (PDUException e) {
            throw OnlySubmits.no(SMPPConstant.STAT_ESME_RSYSERR);
        }
    }

    /** Misbehaves if it is to; what its receipts are written in. */
    private Charset misbehave() throws ProcessRequestException {
        Kind kind = desk.fault(CHANNEL).orElse(null);
        if (kind == null) {
            return StandardCharsets.US_ASCII;
        }
        switch (kind) {
            case SLOW -> desk.pause(DemoDesk.SLOW);
            case ERROR -> throw OnlySubmits.no(SMPPConstant.STAT_ESME_RSYSERR);
            case BUSY -> throw OnlySubmits.no(SMPPConstant.STAT_ESME_RTHROTTLED);
            case HANG -> {
                desk.pause(DemoDesk.HANG);
                throw OnlySubmits.no(SMPPConstant.STAT_ESME_RSYSERR);
            }
            case GARBAGE -> throw OnlySubmits.no(UNKNOWN);
            default -> {
                return StandardCharsets.UTF_16BE;
            }
        }
        return StandardCharsets.US_ASCII;
    }

    private void later(SMPPServerSession session, SubmitSm about, String id, Charset written) {
        work.schedule(() -> tell(session, about, id, written), RECEIPT_MILLIS, TimeUnit.MILLISECONDS);
    }

    /**
     * Tells whoever wanted to know that a message arrived, as appendix B of SMPP 3.4 writes it; once more later to who cannot take it
     * now.
     */
    private void tell(SMPPServerSession session, SubmitSm about, String id, Charset written) {
        if (about.getRegisteredDelivery() == 0) {
            return;
        }
        Date now = new Date();
        DeliveryReceipt receipt = new DeliveryReceipt(id, 1, 1, now, now, DeliveryReceiptState.DELIVRD, "000", "");
        byte[] text = receipt.toString().getBytes(written);
        int status = deliver(session, about.getDestAddress(), about.getSourceAddr(), RECEIPT, 0, text);
        if (status == SMPPConstant.STAT_ESME_RX_T_APPN) {
            later(session, about, id, written);
        }
    }

    /** Whether anybody is logged in. */
    boolean bound() {
        return session().isPresent();
    }

    private Optional<SMPPServerSession> session() {
        return sessions.stream()
                .filter(one -> one.getSessionState().isReceivable())
                .findFirst();
    }

    /**
     * Somebody writes to the number that messages come from: a deliver_sm that says it is UCS-2.
     *
     * @param written what it is written in
     * @return the command_status it was answered with, -1 for no answer
     */
    int reply(String from, String text, Charset written) {
        return session()
                .map(session -> deliver(session, from, number, 0, UCS2, text.getBytes(written)))
                .orElse(-1);
    }

    private static int deliver(SMPPServerSession to, String from, String number, int kind, int coding, byte[] text) {
        try {
            to.deliverShortMessage(
                    "",
                    TypeOfNumber.UNKNOWN,
                    NumberingPlanIndicator.ISDN,
                    from,
                    TypeOfNumber.UNKNOWN,
                    NumberingPlanIndicator.UNKNOWN,
                    number,
                    new ESMClass(kind),
                    (byte) 0,
                    (byte) 0,
                    new RegisteredDelivery(0),
                    new RawDataCoding((byte) coding),
                    text);
            return SMPPConstant.STAT_ESME_ROK;
        } catch (NegativeResponseException e) {
            return e.getCommandStatus();
        } catch (PDUException | IOException | ResponseTimeoutException | InvalidResponseException e) {
            LOG.debug("Not taken", e);
            return -1;
        }
    }
}
