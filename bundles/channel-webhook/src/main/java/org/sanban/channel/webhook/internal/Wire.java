// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.webhook.internal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;

/** A socket all of whose reads share one deadline, those of TLS among them: whoever drips its bytes gains no time. */
final class Wire extends Socket {
    private volatile long deadline;

    /** Straight to the address: a proxy of the JVM's would look the name up by itself. */
    Wire() {
        super(Proxy.NO_PROXY);
    }

    /** Sets the deadline. */
    void allow(Duration time) {
        deadline = System.nanoTime() + time.toNanos();
    }

    /** Milliseconds until the deadline. */
    int left() throws SocketTimeoutException {
        long left = (deadline - System.nanoTime()) / 1_000_000;
        if (left <= 0) {
            throw new SocketTimeoutException();
        }
        return (int) left;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return new FilterInputStream(super.getInputStream()) {
            @Override
            public int read() throws IOException {
                setSoTimeout(left());
                return in.read();
            }

            @Override
            public int read(byte[] bytes, int from, int most) throws IOException {
                setSoTimeout(left());
                return in.read(bytes, from, most);
            }
        };
    }
}
