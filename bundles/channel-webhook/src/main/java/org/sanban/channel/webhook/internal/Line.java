// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.webhook.internal;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * A connection to a receiver, kept for the next event. It leads to the very address that was checked, which no client of
 * the JDK can be told (docs/decisions/0121-connections-to-the-checked-address.md), and has no thread of its own. For one
 * thread at a time; {@link #close} from any.
 */
final class Line implements Closeable {
    private static final int HEAD = 16 * 1024;
    private static final int BODY = 64 * 1024;
    private static final int MOST_ADDRESSES = 3;
    private static final Duration IDLE = Duration.ofSeconds(20);

    private final Addresses addresses;
    private final SSLSocketFactory tls;
    private final Duration timeout;
    private final byte[] buffer = new byte[8192];
    private Target target;
    private volatile Wire wire;
    private volatile boolean closed;
    private InputStream in;
    private OutputStream out;
    private int next;
    private int end;
    private int head;
    private boolean kept;
    private long usedAt;

    Line(Addresses addresses, SSLSocketFactory tls, Duration timeout) {
        this.addresses = addresses;
        this.tls = tls;
        this.timeout = timeout;
    }

    /** The connection that was kept had been closed by the receiver. */
    private static final class Stale extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /**
     * Posts a request and waits for the head of the answer.
     *
     * @throws org.sanban.api.problem.Problem invalid, when the target may not be connected to
     * @throws IOException when there is no answer within the time
     */
    Reply post(Target to, Map<String, String> headers, byte[] body) throws IOException {
        byte[] request = request(to, headers, body);
        if (kept && to.leadsTo(target) && System.nanoTime() - usedAt < IDLE.toNanos()) {
            try {
                return exchange(request);
            } catch (Stale e) {
                // Asked anew: whoever has seen the event already knows its id.
            }
        }
        hangUp();
        connect(to, addresses.check(to));
        return exchange(request);
    }

    private static byte[] request(Target to, Map<String, String> headers, byte[] body) {
        StringBuilder head = new StringBuilder("POST " + to.path() + " HTTP/1.1\r\nHost: " + to.authority()
                + "\r\nUser-Agent: Sanban\r\nContent-Length: " + body.length + "\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        byte[] first = head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
        byte[] all = new byte[first.length + body.length];
        System.arraycopy(first, 0, all, 0, first.length);
        System.arraycopy(body, 0, all, first.length, body.length);
        return all;
    }

    private void connect(Target to, List<InetAddress> checked) throws IOException {
        long until = System.nanoTime() + timeout.toNanos();
        IOException last = null;
        for (InetAddress address : checked.subList(0, Math.min(MOST_ADDRESSES, checked.size()))) {
            try {
                connect(to, address, Duration.ofNanos(until - System.nanoTime()));
                return;
            } catch (IOException e) {
                last = e;
                hangUp();
            }
        }
        throw last;
    }

    private void connect(Target to, InetAddress address, Duration time) throws IOException {
        Wire opened = new Wire();
        wire = opened;
        if (closed) {
            throw new SocketException("closed");
        }
        opened.allow(time);
        opened.setTcpNoDelay(true);
        opened.connect(new InetSocketAddress(address, to.port()), opened.left());
        Socket socket = to.secure() ? secured(opened, to) : opened;
        in = socket.getInputStream();
        out = socket.getOutputStream();
        target = to;
        next = end = 0;
    }

    /** TLS with whom the name says, at the address that was checked. */
    private Socket secured(Wire opened, Target to) throws IOException {
        SSLSocket socket = (SSLSocket) tls.createSocket(opened, to.host(), to.port(), true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private Reply exchange(byte[] request) throws IOException {
        wire.allow(timeout);
        try {
            if (kept) {
                first(request);
            } else {
                out.write(request);
            }
            Reply reply = reply();
            keep(reply);
            return reply;
        } catch (IOException e) {
            hangUp();
            throw e;
        }
    }

    /** Writes to a connection that was kept and waits for the first byte. */
    private void first(byte[] request) throws IOException {
        try {
            out.write(request);
            fill();
        } catch (SocketTimeoutException e) {
            throw e;
        } catch (IOException e) {
            throw new Stale();
        }
    }

    private Reply reply() throws IOException {
        head = 0;
        while (true) {
            String[] status = line().split(" ", 3);
            if (status.length < 2 || !status[0].startsWith("HTTP/1.") || !status[1].matches("[1-9][0-9]{2}")) {
                throw new IOException("no answer of HTTP/1.1");
            }
            Map<String, String> headers = new HashMap<>();
            for (String line = line(); !line.isEmpty(); line = line()) {
                int colon = line.indexOf(':');
                if (colon > 0) {
                    headers.putIfAbsent(
                            line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                            line.substring(colon + 1).strip());
                }
            }
            int code = Integer.parseInt(status[1]);
            if (status[0].equals("HTTP/1.0")) {
                headers.putIfAbsent("connection", "close");
            }
            if (code >= 200) {
                return new Reply(code, headers);
            }
        }
    }

    /** Keeps the connection when the rest of the answer is short and comes; else it is given up, the answer stands. */
    private void keep(Reply reply) {
        kept = false;
        long rest = reply.stays() ? reply.length() : -1;
        try {
            if (rest >= 0 && rest <= BODY) {
                for (; rest > 0; rest--) {
                    read();
                }
                kept = next == end;
                usedAt = System.nanoTime();
            }
        } catch (IOException e) {
            // The answer stands.
        }
        if (!kept) {
            hangUp();
        }
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = read(); c != '\n'; c = read()) {
            if (++head > HEAD) {
                throw new IOException("the head of the answer is too long");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    private int read() throws IOException {
        if (next == end) {
            fill();
        }
        return buffer[next++] & 0xff;
    }

    private void fill() throws IOException {
        int read = in.read(buffer);
        if (read < 0) {
            throw new IOException("the connection was closed before the answer");
        }
        next = 0;
        end = read;
    }

    private void hangUp() {
        kept = false;
        hangUp(wire);
    }

    /** Ends it, also while another thread waits for an answer. */
    @Override
    public void close() {
        closed = true;
        hangUp(wire);
    }

    private static void hangUp(Wire open) {
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                // It is gone either way.
            }
        }
    }
}
