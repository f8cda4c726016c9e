// SPDX-License-Identifier: Apache-2.0
package org.sanban.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.AbstractHandler;
import org.eclipse.jetty.server.handler.HandlerList;

/**
 * The physical limit, in a JVM of its own: bare Jetty and JDBC that write the same rows into the same tables with the same
 * durability, one transaction for each command, and check nothing.
 */
final class Limit extends AbstractHandler {
    private final HikariDataSource pool;
    private final int length;

    private Limit(HikariDataSource pool, int length) {
        this.pool = pool;
        this.length = length;
    }

    /** Serves; the arguments: port, JDBC URL, file with the tables' SQL, size of the pool, bytes of a case as JSON. */
    public static void main(String... args) throws Exception {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(args[1]);
        config.setMaximumPoolSize(Integer.parseInt(args[3]));
        config.setAutoCommit(false);
        HikariDataSource pool = new HikariDataSource(config);
        create(pool, Files.readString(Path.of(args[2])));
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        connector.setPort(Integer.parseInt(args[0]));
        server.addConnector(connector);
        Limit limit = new Limit(pool, Integer.parseInt(args[4]));
        server.setHandler(new HandlerList(BareCxf.handler(limit::read), limit));
        server.start();
        server.join();
    }

    private static void create(HikariDataSource pool, String sql) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            for (String one : sql.replaceAll("(?m)--.*$", "").split(";")) {
                if (!one.isBlank()) {
                    statement.execute(one);
                }
            }
            connection.commit();
        }
    }

    /** {@code GET /id} reads, {@code POST /} submits, {@code POST /id/version/step} does a step. */
    @Override
    public void handle(String target, Request base, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        base.setHandled(true);
        request.getInputStream().readAllBytes();
        String[] path = target.substring(1).split("/");
        try (Connection connection = pool.getConnection()) {
            Rows rows = new Rows(connection);
            if (request.getMethod().equals("GET")) {
                answer(response, 200, rows.read(path[0], length));
            } else if (path.length == 1) {
                answer(response, 201, rows.submit(request.getHeader("Idempotency-Key")));
            } else {
                answer(response, 200, rows.act(path[0], Integer.parseInt(path[1]), Door.Step.valueOf(path[2])));
            }
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    private String read(String number) {
        try (Connection connection = pool.getConnection()) {
            return new Rows(connection).read(number, length);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void answer(HttpServletResponse response, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType("application/json");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
