// SPDX-License-Identifier: Apache-2.0
package org.sanban.itests;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The line between a browser and the platform, which can be cut, or lose every answer on its way back. */
final class Line implements AutoCloseable {
    private enum State {
        WHOLE,
        LOSES_ANSWERS,
        CUT
    }

    private final ServerSocket door;
    private final URI platform;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile State state = State.WHOLE;

    private Line(ServerSocket door, URI platform) {
        this.door = door;
        this.platform = platform;
    }

    static Line to(String platform) {
        try {
            ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            Line line = new Line(door, URI.create(platform));
            run("line", line::accept);
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the browser calls; a secure context, as a page over HTTPS is. */
    String base() {
        return "http://localhost:" + door.getLocalPort();
    }

    void mend() {
        state = State.WHOLE;
    }

    synchronized void cut() {
        state = State.CUT;
        hangUp();
    }

    /** From now on requests arrive and are carried out, and nobody hears of it. */
    synchronized void loseAnswers() {
        state = State.LOSES_ANSWERS;
        hangUp();
    }

    @Override
    public void close() throws IOException {
        door.close();
        hangUp();
    }

    private void accept() throws IOException {
        while (!door.isClosed()) {
            connect(door.accept());
        }
    }

    /** Not while it is being cut: no connection may live on. */
    private synchronized void connect(Socket browser) throws IOException {
        if (state == State.CUT) {
            browser.close();
            return;
        }
        Socket server = new Socket(platform.getHost(), platform.getPort());
        open.add(browser);
        open.add(server);
        run("line-requests", () -> pump(browser, server, false));
        run("line-answers", () -> pump(server, browser, true));
    }

    private void pump(Socket from, Socket to, boolean answers) throws IOException {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[8192];
            for (int got = in.read(buffer); got >= 0; got = in.read(buffer)) {
                if (answers && state == State.LOSES_ANSWERS) {
                    return;
                }
                out.write(buffer, 0, got);
                out.flush();
            }
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    private void hangUp() {
        for (Socket socket : open) {
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void run(String name, Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException hungUp) {
                        // Either end may hang up at any time: that is what a line is for here.
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
    }
}
