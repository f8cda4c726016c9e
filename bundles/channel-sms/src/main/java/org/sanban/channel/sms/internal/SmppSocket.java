// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.sms.internal;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jsmpp.session.connection.Connection;
import org.jsmpp.session.connection.ConnectionFactory;
import org.jsmpp.session.connection.socket.SocketConnection;

/** Opens connections that give up in time and, with TLS, know whom they speak to: jsmpp's own do neither. */
final class SmppSocket implements ConnectionFactory, AutoCloseable {
    private final SSLSocketFactory tls;
    private final int timeout;
    private Socket opening;
    private boolean closed;

    /**
     * @param tls {@code null} for none
     * @param timeout milliseconds
     */
    SmppSocket(SSLSocketFactory tls, int timeout) {
        this.tls = tls;
        this.timeout = timeout;
    }

    @Override
    public Connection createConnection(String host, int port) throws IOException {
        Socket socket = begin();
        try {
            socket.connect(new InetSocketAddress(host, port), timeout);
            socket.setTcpNoDelay(true);
            return new SocketConnection(tls == null ? socket : secured(socket, host, port));
        } catch (IOException e) {
            socket.close();
            throw e;
        } finally {
            begun();
        }
    }

    private Socket secured(Socket socket, String host, int port) throws IOException {
        SSLSocket secured = (SSLSocket) tls.createSocket(socket, host, port, true);
        SSLParameters parameters = secured.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secured.setSSLParameters(parameters);
        secured.setSoTimeout(timeout);
        secured.startHandshake();
        return secured;
    }

    private synchronized Socket begin() throws IOException {
        if (closed) {
            throw new IOException("closed");
        }
        opening = new Socket();
        return opening;
    }

    private synchronized void begun() {
        opening = null;
    }

    /** Ends an attempt that is under way. */
    @Override
    public synchronized void close() {
        closed = true;
        if (opening != null) {
            try {
                opening.close();
            } catch (IOException e) {
                // It was to be ended, and is.
            }
        }
    }
}
