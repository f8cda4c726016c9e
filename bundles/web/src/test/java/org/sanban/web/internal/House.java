// SPDX-License-Identifier: Apache-2.0
package org.sanban.web.internal;

import java.lang.reflect.Proxy;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Dictionary;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.servlet.DispatcherType;
import javax.servlet.Filter;
import javax.servlet.Servlet;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.servlet.FilterHolder;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.sanban.api.identity.Account;
import org.sanban.api.identity.Actor;
import org.sanban.api.identity.IdentityService;
import org.sanban.api.identity.Role;
import org.sanban.api.identity.Session;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Text;

/** The doors on a Jetty of their own, as the HTTP whiteboard would put them there, and a client. */
final class House {
    static final String TOKEN = "right";

    final WebDoor door;
    private final Limits limits;
    final Identity identity = new Identity();
    final Listing pages = new Listing();
    private final Server jetty = new Server();
    private final HttpClient client = HttpClient.newHttpClient();
    private final int port;

    House(long largestBody, long largestUpload) throws Exception {
        ServletContextHandler handler = new ServletContextHandler();
        handler.setContextPath("/");
        limits = new Limits(config(largestBody, largestUpload));
        door = new WebDoor(whiteboard(handler), new Doors(), pages, limits);
        door.setIdentity(identity);
        ServerConnector connector = new ServerConnector(jetty);
        connector.setHost("127.0.0.1");
        jetty.addConnector(connector);
        jetty.setHandler(handler);
        jetty.start();
        port = connector.getLocalPort();
    }

    void close() throws Exception {
        jetty.stop();
        door.stop();
    }

    HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    HttpRequest.Builder known(String path) {
        return to(path).header("Authorization", "Bearer " + TOKEN);
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> get(String path) throws Exception {
        return send(known(path));
    }

    HttpResponse<String> post(String path, String json) throws Exception {
        return send(
                known(path).header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    /** The answer to a request line that no client would send. */
    String raw(String line) throws Exception {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream().write((line + "\r\nHost: localhost\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    HttpResponse<String> soap(String path, String header, String body) throws Exception {
        String envelope = "<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/' xmlns:t='urn:test'>" + header
                + "<s:Body>" + body + "</s:Body></s:Envelope>";
        return send(to(path).header("Content-Type", "text/xml").POST(HttpRequest.BodyPublishers.ofString(envelope)));
    }

    /** Other limits are set while it serves. */
    void limit(long largestBody, long largestUpload) {
        limits.modified(config(largestBody, largestUpload));
    }

    private static Limits.Config config(long largestBody, long largestUpload) {
        return (Limits.Config) Proxy.newProxyInstance(
                House.class.getClassLoader(),
                new Class<?>[] {Limits.Config.class},
                (proxy, method, args) -> method.getName().equals("largestBody") ? largestBody : largestUpload);
    }

    /** A whiteboard that mounts what is registered. */
    private static BundleContext whiteboard(ServletContextHandler handler) {
        return (BundleContext) Proxy.newProxyInstance(
                House.class.getClassLoader(), new Class<?>[] {BundleContext.class}, (proxy, method, args) -> {
                    Dictionary<?, ?> properties = (Dictionary<?, ?>) args[2];
                    if (args[1] instanceof Servlet servlet) {
                        ServletHolder holder = new ServletHolder(servlet);
                        holder.setAsyncSupported(true);
                        holder.setInitParameter("hide-service-list-page", "true");
                        for (String pattern : patterns(properties.get("osgi.http.whiteboard.servlet.pattern"))) {
                            handler.addServlet(holder, pattern);
                        }
                    } else if (args[1] instanceof Filter filter) {
                        FilterHolder holder = new FilterHolder(filter);
                        holder.setAsyncSupported(true);
                        handler.addFilter(holder, "/api/*", EnumSet.of(DispatcherType.REQUEST));
                    }
                    return Proxy.newProxyInstance(
                            House.class.getClassLoader(),
                            new Class<?>[] {ServiceRegistration.class},
                            (registration, unregister, none) -> null);
                });
    }

    private static List<String> patterns(Object value) {
        List<String> patterns = new ArrayList<>();
        for (String one : value instanceof String[] many ? many : new String[] {(String) value}) {
            patterns.add(one);
        }
        return patterns;
    }

    /** Knows one token, and one login with its password. */
    static final class Identity implements IdentityService {
        final AtomicInteger asked = new AtomicInteger();

        @Override
        public Session login(String login, String password) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Actor authenticate(String token, String channel) {
            asked.incrementAndGet();
            if (!token.equals(TOKEN)) {
                throw Problem.unauthenticated(new Text("令牌无效。", "The token is not valid."));
            }
            return new Actor("wang", "王小明", Set.of(Role.CLERK), "610926000000", channel);
        }

        @Override
        public Actor authenticate(String login, String password, String channel) {
            return authenticate(login.equals("wang") ? password : "", channel);
        }

        @Override
        public Account create(Account account, String password, Actor actor) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Account update(Account account, Actor actor) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void setPassword(String login, String password, Actor actor) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Account account(String login, Actor actor) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Page<Account> accounts(PageRequest page, Actor actor) {
            throw new UnsupportedOperationException();
        }
    }
}
