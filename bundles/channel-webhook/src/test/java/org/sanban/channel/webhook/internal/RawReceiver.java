// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.webhook.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** A receiver below HTTP: it reads the head of one request of each connection and then does as it is told. */
final class RawReceiver implements AutoCloseable {
    private final ServerSocket server;
    private final Answer answer;
    private final boolean listens;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicInteger connections = new AtomicInteger();

    /** What it does with the n-th connection once it has read a request. */
    interface Answer {
        void to(int nth, Socket socket, RawReceiver self) throws IOException, InterruptedException;
    }

    RawReceiver(Answer answer) {
        this(answer, true);
    }

    /** @param listens whether it reads a request before */
    RawReceiver(Answer answer, boolean listens) {
        this.answer = answer;
        this.listens = listens;
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::accept);
    }

    String url() {
        return "http://127.0.0.1:" + server.getLocalPort() + "/";
    }

    int connections() {
        return connections.get();
    }

    /** Until it is closed. */
    void never() throws InterruptedException {
        closed.await();
    }

    static void say(Socket socket, String words) throws IOException {
        socket.getOutputStream().write(words.getBytes(StandardCharsets.ISO_8859_1));
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                int nth = connections.incrementAndGet();
                start(() -> serve(nth, socket));
            }
        } catch (IOException e) {
            // It was closed.
        }
    }

    private void serve(int nth, Socket socket) {
        try (socket;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            String line = listens ? in.readLine() : "";
            while (line != null && !line.isEmpty()) {
                line = in.readLine();
            }
            answer.to(nth, socket, this);
        } catch (IOException e) {
            // The sender gave up.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "raw-receiver");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
