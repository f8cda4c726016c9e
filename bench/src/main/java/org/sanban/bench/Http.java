// SPDX-License-Identifier: Apache-2.0
package org.sanban.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One HTTP/1.1 connection that is kept alive, for one thread: a request is one write, an answer is read to its end. It is
 * this lean because it shares the machine with what it measures.
 */
final class Http implements Closeable {
    private static final int TIMEOUT = 30_000;
    private static final int BUFFER = 16 * 1024;

    private final int port;
    private Socket socket;
    private InputStream in;
    private OutputStream out;

    Http(int port) {
        this.port = port;
    }

    /** An answer with its whole body. */
    record Answer(int status, String body, boolean last) {
        /** This answer, when it has the status. */
        Answer expect(int expected) throws IOException {
            if (status != expected) {
                throw new IOException("expected " + expected + ", got " + status + ": " + body);
            }
            return this;
        }
    }

    Answer get(String path, String token) throws IOException {
        return exchange(head("GET", path, token) + "\r\n");
    }

    /** Posts JSON; {@code token} and {@code key} may be null. */
    Answer post(String path, String token, String key, String body) throws IOException {
        int length = body.getBytes(StandardCharsets.UTF_8).length;
        return exchange(head("POST", path, token)
                + (key == null ? "" : "Idempotency-Key: " + key + "\r\n")
                + "Content-Type: application/json\r\nContent-Length: " + length + "\r\n\r\n" + body);
    }

    private String head(String method, String path, String token) {
        return method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nAccept: application/json\r\n"
                + (token == null ? "" : "Authorization: Bearer " + token + "\r\n");
    }

    private Answer exchange(String request) throws IOException {
        try {
            open();
            out.write(request.getBytes(StandardCharsets.UTF_8));
            Answer answer = read(in);
            if (answer.last()) {
                close();
            }
            return answer;
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    private void open() throws IOException {
        if (socket == null) {
            Socket opened = new Socket();
            try {
                opened.setTcpNoDelay(true);
                opened.setSoTimeout(TIMEOUT);
                opened.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT);
            } catch (IOException e) {
                opened.close();
                throw e;
            }
            socket = opened;
            in = new BufferedInputStream(socket.getInputStream(), BUFFER);
            out = socket.getOutputStream();
        }
    }

    @Override
    public void close() {
        if (socket != null) {
            try {
                socket.close();
            } catch (IOException e) {
                // It is of no further use either way.
            }
            socket = null;
        }
    }

    /** Reads one answer: a body with its length, in chunks, or up to the end of the connection. */
    static Answer read(InputStream in) throws IOException {
        String status = line(in);
        if (!status.startsWith("HTTP/1.1 ") || status.length() < 12) {
            throw new IOException("no HTTP/1.1 answer: " + status);
        }
        int code = Integer.parseInt(status.substring(9, 12));
        int length = code == 204 || code == 304 ? 0 : -1;
        boolean chunked = false;
        boolean last = false;
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            String low = header.toLowerCase(Locale.ROOT);
            if (low.startsWith("content-length:")) {
                length = Integer.parseInt(low.substring(15).strip());
            } else if (low.startsWith("transfer-encoding:")) {
                chunked = low.endsWith("chunked");
            } else if (low.startsWith("connection:")) {
                last = low.endsWith("close");
            }
        }
        byte[] body = chunked ? chunks(in) : length >= 0 ? exactly(in, length) : in.readAllBytes();
        return new Answer(code, new String(body, StandardCharsets.UTF_8), last || !chunked && length < 0);
    }

    private static byte[] chunks(InputStream in) throws IOException {
        var whole = new ByteArrayOutputStream();
        for (int size = size(in); size > 0; size = size(in)) {
            whole.write(exactly(in, size));
            line(in);
        }
        for (String trailer = line(in); !trailer.isEmpty(); trailer = line(in)) {
            // Nothing here is asked for.
        }
        return whole.toByteArray();
    }

    private static int size(InputStream in) throws IOException {
        return Integer.parseInt(line(in).split(";", 2)[0].strip(), 16);
    }

    private static byte[] exactly(InputStream in, int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("the answer broke off");
        }
        return bytes;
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder(64);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("the connection ended");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }
}
