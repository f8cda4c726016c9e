// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.sms.internal;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import javax.net.ssl.SSLSocketFactory;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.SMPPSession;
import org.sanban.api.problem.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one session with the message centre (短信网关), bound as a transceiver: opened again by a thread of its own, at
 * first after a second, then after ever longer pauses. A login that is refused is not repeated before a quarter of an hour.
 */
final class SmppLink implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SmppLink.class);
    private static final long FIRST = 1_000;
    private static final long LONGEST = 300_000;
    private static final Duration AFTER_REFUSAL = Duration.ofMinutes(15);
    private static final long FAREWELL = 2_000;
    private static final Set<Integer> LOGIN_REFUSED = Set.of(
            SMPPConstant.STAT_ESME_RINVPASWD, SMPPConstant.STAT_ESME_RINVSYSID, SMPPConstant.STAT_ESME_RINVSYSTYP);

    private final Config config;
    private final MessageReceiverListener incoming;
    private final SmppSocket sockets;
    private final int timeout;
    private final Thread thread = new Thread(this::run, "sanban-sms-smpp");
    private SMPPSession session;
    private Text fault;
    private boolean closed;

    SmppLink(Config config, MessageReceiverListener incoming) {
        this.config = config;
        this.incoming = incoming;
        this.timeout = config.timeoutSeconds() * 1_000;
        this.sockets =
                new SmppSocket(config.smpp_tls() ? (SSLSocketFactory) SSLSocketFactory.getDefault() : null, timeout);
        thread.setDaemon(true);
        thread.start();
    }

    /** What the message centre says against the login. */
    synchronized Optional<Text> fault() {
        return Optional.ofNullable(fault);
    }

    synchronized boolean bound() {
        return session != null && session.getSessionState().isBound();
    }

    /** The session, waited for as long as a connection may take; {@code null} when there is none by then. */
    synchronized SMPPSession session() throws InterruptedException {
        long end = System.nanoTime() + timeout * 1_000_000L;
        while (!bound() && !closed && fault == null) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                break;
            }
            wait(left);
        }
        return bound() ? session : null;
    }

    /** Gives up a session that no longer answers: a new one is opened. */
    void giveUp(SMPPSession silent) {
        silent.close();
    }

    private void run() {
        long pause = FIRST;
        while (!isClosed()) {
            long begun = System.nanoTime();
            boolean allowed = keep();
            if (System.nanoTime() - begun > LONGEST * 1_000_000) {
                pause = FIRST;
            }
            // Not all who lost a message centre come back to it at the same moment.
            long jittered = pause / 2 + ThreadLocalRandom.current().nextLong(pause / 2 + 1);
            rest(allowed ? jittered : AFTER_REFUSAL.toMillis());
            pause = Math.min(LONGEST, pause * 2);
        }
    }

    /** Opens a session and keeps it as long as it lasts; {@code false} when the login was refused. */
    private boolean keep() {
        try {
            open();
            awaitLoss();
            lost("the session ended");
            return true;
        } catch (IOException e) {
            boolean refused = refused(e);
            lost(refused ? "the login was refused" : e.getClass().getSimpleName());
            return !refused;
        } catch (InterruptedException e) {
            synchronized (this) {
                closed = true;
            }
            return true;
        }
    }

    private void open() throws IOException {
        SMPPSession opened = new SMPPSession(sockets);
        opened.setEnquireLinkTimer(config.smpp_enquireSeconds() * 1_000);
        opened.setTransactionTimer(timeout);
        opened.setMessageReceiverListener(incoming);
        opened.addSessionStateListener((now, before, source) -> changed());
        opened.connectAndBind(
                config.smpp_host().strip(),
                config.smpp_port(),
                new BindParameter(
                        BindType.BIND_TRX,
                        config.smpp_systemId().strip(),
                        config.smpp_password().strip(),
                        config.smpp_systemType().strip(),
                        TypeOfNumber.UNKNOWN,
                        NumberingPlanIndicator.UNKNOWN,
                        null),
                timeout);
        synchronized (this) {
            session = opened;
            fault = null;
            notifyAll();
        }
        LOG.info("Bound to the message centre {}:{}", config.smpp_host(), config.smpp_port());
    }

    private synchronized void changed() {
        notifyAll();
    }

    private void awaitLoss() throws InterruptedException {
        SMPPSession ended;
        synchronized (this) {
            while (!closed && bound()) {
                // The state changes without the monitor: look again even when nobody called.
                wait(1_000);
            }
            ended = session;
            session = null;
            notifyAll();
        }
        ended.setTransactionTimer(Math.min(FAREWELL, timeout));
        ended.unbindAndClose();
    }

    private boolean refused(IOException e) {
        if (!(e.getCause() instanceof NegativeResponseException negative)) {
            return false;
        }
        int status = negative.getCommandStatus();
        if (!LOGIN_REFUSED.contains(status)) {
            return false;
        }
        synchronized (this) {
            fault = SmsChannel.TEXTS.get("bind-refused", Statuses.code(status), AFTER_REFUSAL.toMinutes());
            notifyAll();
        }
        return true;
    }

    private void lost(String why) {
        if (!isClosed()) {
            LOG.warn(
                    "No session with the message centre {}:{}, it is opened again: {}",
                    config.smpp_host(),
                    config.smpp_port(),
                    why);
        }
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    private synchronized void rest(long millis) {
        long end = System.nanoTime() + millis * 1_000_000;
        try {
            for (long left = end - System.nanoTime(); left > 0 && !closed; left = end - System.nanoTime()) {
                wait(left / 1_000_000 + 1);
            }
        } catch (InterruptedException e) {
            closed = true;
        }
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        sockets.close();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
