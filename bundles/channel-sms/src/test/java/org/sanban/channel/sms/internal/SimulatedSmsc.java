// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.sms.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.BroadcastSm;
import org.jsmpp.bean.CancelBroadcastSm;
import org.jsmpp.bean.CancelSm;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.EnquireLink;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.QueryBroadcastSm;
import org.jsmpp.bean.QuerySm;
import org.jsmpp.bean.RawDataCoding;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.ReplaceSm;
import org.jsmpp.bean.SubmitMulti;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.BindRequest;
import org.jsmpp.session.BroadcastSmResult;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.QueryBroadcastSmResult;
import org.jsmpp.session.QuerySmResult;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.ServerMessageReceiverListener;
import org.jsmpp.session.Session;
import org.jsmpp.session.SubmitMultiResult;
import org.jsmpp.session.SubmitSmResult;
import org.jsmpp.session.connection.socket.SocketConnection;
import org.jsmpp.util.MessageId;

/** A message centre (短信网关) as a server of its own, on jsmpp's server sessions; it can be slow, busy, deaf or gone. */
public final class SimulatedSmsc implements AutoCloseable, ServerMessageReceiverListener {
    public static final String SYSTEM_ID = "shili";
    public static final String PASSWORD = "shili-pw";

    /** What can be wrong with it. */
    public enum Fault {
        NONE,
        /** It takes its time over each message. */
        SLOW,
        /** It wants to be asked less: ESME_RTHROTTLED, from the second part on. */
        THROTTLED,
        /** It knows no such number: ESME_RINVDSTADR. */
        NO_SUCH_NUMBER,
        /** It holds the connection and says no more. */
        SILENT,
        /** It ends the session after the first part. */
        UNBINDS,
        /** The receipt comes before the answer. */
        RECEIPT_FIRST,
        /** Logins fail for a while: ESME_RBINDFAIL. */
        BIND_FAILS
    }

    private static final int FIRST = 1000;
    private static final long PATIENCE = 30_000;

    private final ServerSocket server;
    private final List<SubmitSm> taken = new CopyOnWriteArrayList<>();
    private final List<SMPPServerSession> sessions = new CopyOnWriteArrayList<>();
    private final AtomicInteger binds = new AtomicInteger();
    private final AtomicInteger ids = new AtomicInteger(FIRST);
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Fault fault = Fault.NONE;

    public SimulatedSmsc() {
        try {
            server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        daemon(this::accept);
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task, "simulated-smsc");
        thread.setDaemon(true);
        thread.start();
    }

    public int port() {
        return server.getLocalPort();
    }

    public void breaks(Fault now) {
        fault = now;
    }

    /** How often somebody logged in, or tried to. */
    public int binds() {
        return binds.get();
    }

    public List<SubmitSm> taken() {
        return List.copyOf(taken);
    }

    /** Sessions that are bound. */
    public long bound() {
        return sessions.stream().filter(one -> one.getSessionState().isBound()).count();
    }

    /** What it took, as a telephone shows it. */
    public String shown() {
        StringBuilder shown = new StringBuilder();
        for (SubmitSm one : taken) {
            byte[] content = one.getShortMessage();
            int from = one.isUdhi() ? content[0] + 1 : 0;
            shown.append(new String(content, from, content.length - from, StandardCharsets.UTF_16BE));
        }
        return shown.toString();
    }

    /** The ids of all that was taken. */
    public List<String> ids() {
        return IntStream.rangeClosed(FIRST + 1, ids.get())
                .mapToObj(Integer::toString)
                .toList();
    }

    /** Tells what became of a message, as appendix B of SMPP 3.4 writes it. */
    public void receipt(String id, String state) {
        deliver(
                "13800000000",
                4,
                0,
                ("id:" + id + " sub:001 dlvrd:001 submit date:2611300900 done date:2611300901 stat:" + state
                                + " err:000 text:")
                        .getBytes(StandardCharsets.ISO_8859_1));
    }

    /** A person writes. */
    public void reply(String from, int dataCoding, byte[] text) {
        deliver(from, 0, dataCoding, text);
    }

    /** Delivers anything. */
    public void deliver(String from, int esmClass, int dataCoding, byte[] text, OptionalParameter... more) {
        SMPPServerSession session = sessions.stream()
                .filter(one -> one.getSessionState().isBound())
                .findFirst()
                .orElseThrow();
        try {
            session.deliverShortMessage(
                    "",
                    TypeOfNumber.UNKNOWN,
                    NumberingPlanIndicator.ISDN,
                    from,
                    TypeOfNumber.UNKNOWN,
                    NumberingPlanIndicator.UNKNOWN,
                    "10690000",
                    new ESMClass(esmClass),
                    (byte) 0,
                    (byte) 0,
                    new RegisteredDelivery(0),
                    new RawDataCoding((byte) dataCoding),
                    text,
                    more);
        } catch (PDUException
                | IOException
                | ResponseTimeoutException
                | NegativeResponseException
                | InvalidResponseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Ends every session in good order. */
    public void unbindAll() {
        sessions.forEach(SMPPServerSession::unbindAndClose);
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        sessions.forEach(SMPPServerSession::close);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                SMPPServerSession session =
                        new SMPPServerSession(new SocketConnection(server.accept()), null, this, null, 5, 100);
                session.setTransactionTimer(PATIENCE);
                daemon(() -> logIn(session));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void logIn(SMPPServerSession session) {
        try {
            BindRequest asked = session.waitForBind(PATIENCE);
            binds.incrementAndGet();
            if (fault == Fault.BIND_FAILS) {
                asked.reject(SMPPConstant.STAT_ESME_RBINDFAIL);
            } else if (!asked.getSystemId().equals(SYSTEM_ID)) {
                asked.reject(SMPPConstant.STAT_ESME_RINVSYSID);
            } else if (!asked.getPassword().equals(PASSWORD)) {
                asked.reject(SMPPConstant.STAT_ESME_RINVPASWD);
            } else {
                session.setEnquireLinkTimer(60_000);
                sessions.add(session);
                asked.accept("smsc");
            }
        } catch (PDUException | IOException | TimeoutException e) {
            session.close();
        }
    }

    @Override
    public SubmitSmResult onAcceptSubmitSm(SubmitSm submitted, SMPPServerSession source)
            throws ProcessRequestException {
        switch (fault) {
            case SLOW -> await(300);
            case SILENT -> await(60_000);
            case THROTTLED -> {
                if (!taken.isEmpty()) {
                    throw new ProcessRequestException("slower", SMPPConstant.STAT_ESME_RTHROTTLED);
                }
            }
            case NO_SUCH_NUMBER -> throw new ProcessRequestException("number", SMPPConstant.STAT_ESME_RINVDSTADR);
            default -> {}
        }
        taken.add(submitted);
        String id = Integer.toString(ids.incrementAndGet());
        if (fault == Fault.RECEIPT_FIRST) {
            receipt(id, "DELIVRD");
        }
        if (fault == Fault.UNBINDS) {
            fault = Fault.NONE;
            CountDownLatch unbound = new CountDownLatch(1);
            daemon(() -> {
                source.unbindAndClose();
                unbound.countDown();
            });
            await(unbound, PATIENCE);
        }
        try {
            return new SubmitSmResult(new MessageId(id), new OptionalParameter[0]);
        } catch (PDUException e) {
            throw new IllegalStateException(e);
        }
    }

    private void await(long millis) {
        await(closed, millis);
    }

    private static void await(CountDownLatch what, long millis) {
        try {
            what.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void onAcceptEnquireLink(EnquireLink asked, Session source) {
        while (fault == Fault.SILENT && closed.getCount() > 0) {
            await(50);
        }
    }

    @Override
    public SubmitMultiResult onAcceptSubmitMulti(SubmitMulti asked, SMPPServerSession source)
            throws ProcessRequestException {
        throw no();
    }

    @Override
    public QuerySmResult onAcceptQuerySm(QuerySm asked, SMPPServerSession source) throws ProcessRequestException {
        throw no();
    }

    @Override
    public void onAcceptReplaceSm(ReplaceSm asked, SMPPServerSession source) throws ProcessRequestException {
        throw no();
    }

    @Override
    public void onAcceptCancelSm(CancelSm asked, SMPPServerSession source) throws ProcessRequestException {
        throw no();
    }

    @Override
    public BroadcastSmResult onAcceptBroadcastSm(BroadcastSm asked, SMPPServerSession source)
            throws ProcessRequestException {
        throw no();
    }

    @Override
    public void onAcceptCancelBroadcastSm(CancelBroadcastSm asked, SMPPServerSession source)
            throws ProcessRequestException {
        throw no();
    }

    @Override
    public QueryBroadcastSmResult onAcceptQueryBroadcastSm(QueryBroadcastSm asked, SMPPServerSession source)
            throws ProcessRequestException {
        throw no();
    }

    @Override
    public DataSmResult onAcceptDataSm(DataSm asked, Session source) throws ProcessRequestException {
        throw no();
    }

    private static ProcessRequestException no() {
        return new ProcessRequestException("not taken here", SMPPConstant.STAT_ESME_RINVCMDID);
    }
}
