// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.province.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A line to a server that goes quiet once something is said on it, and stays open: half of it is gone, and nobody says so. */
final class QuietLine implements AutoCloseable {
    private static final int CHUNK = 8192;

    private final ServerSocket door;
    private final int behind;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private volatile String last;

    /** @param behind port of the server on this machine */
    QuietLine(int behind) {
        this.behind = behind;
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    /** Every line goes quiet with the words; {@code null} and those that are opened from now on work. */
    void quietAt(String words) {
        last = words;
    }

    private void accept() {
        try {
            while (true) {
                Socket client = kept(door.accept());
                Socket server = kept(new Socket(InetAddress.getLoopbackAddress(), behind));
                start(() -> pump(client, server, true));
                start(() -> pump(server, client, false));
            }
        } catch (IOException e) {
            // Closed.
        }
    }

    private Socket kept(Socket socket) {
        sockets.add(socket);
        return socket;
    }

    private void pump(Socket from, Socket to, boolean listens) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] chunk = new byte[CHUNK];
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                String words = last;
                if (listens
                        && words != null
                        && new String(chunk, 0, read, StandardCharsets.ISO_8859_1).contains(words)) {
                    return;
                }
                out.write(chunk, 0, read);
            }
            to.close();
        } catch (IOException e) {
            // One of them has gone.
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "quiet-line");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            door.close();
            for (Socket socket : sockets) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
