// SPDX-License-Identifier: Apache-2.0
package org.sanban.web.internal;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.cxf.endpoint.Server;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The services that want an address: the first is served, on a CXF server of its own; others wait until it goes. A server
 * goes when the requests inside have ended.
 */
final class Servers {
    private static final Logger LOG = LoggerFactory.getLogger(Servers.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Doors doors;
    private final Map<String, Queue<Wish>> queues = new ConcurrentHashMap<>();

    Servers(Doors doors) {
        this.doors = doors;
    }

    /** A service that wants an address. */
    private static final class Wish {
        private final Object service;
        private final Supplier<Server> create;
        private Server server;

        Wish(Object service, Supplier<Server> create) {
            this.service = service;
            this.create = create;
        }
    }

    /** Takes up a service; once, though Declarative Services may add what comes while it starts a component twice. */
    void publish(String address, Object service, Supplier<Server> create) {
        Queue<Wish> queue = queues.computeIfAbsent(address, a -> new ArrayDeque<>());
        synchronized (queue) {
            if (queue.stream().anyMatch(wish -> wish.service == service)) {
                return;
            }
            queue.add(new Wish(service, create));
            if (queue.size() == 1) {
                serve(address, queue);
            } else {
                LOG.warn(
                        "/api{} is served already; {} waits until it is free",
                        address,
                        service.getClass().getName());
            }
        }
    }

    void take(String address, Object service) {
        Queue<Wish> queue = queues.getOrDefault(address, new ArrayDeque<>());
        synchronized (queue) {
            Wish first = queue.peek();
            if (first == null || first.service != service) {
                queue.removeIf(wish -> wish.service == service);
                return;
            }
            if (!doors.close(address, PATIENCE)) {
                LOG.warn("/api{} goes while requests are inside, after {} s", address, PATIENCE.toSeconds());
            }
            first.server.destroy();
            queue.remove();
            serve(address, queue);
        }
    }

    /** Ends all of them at once. */
    void stop() {
        queues.values().forEach(queue -> {
            synchronized (queue) {
                if (!queue.isEmpty()) {
                    queue.peek().server.destroy();
                    queue.clear();
                }
            }
        });
    }

    private void serve(String address, Queue<Wish> queue) {
        while (!queue.isEmpty()) {
            Wish next = queue.peek();
            try {
                next.server = next.create.get();
                doors.open(address, next.service);
                LOG.info("/api{} is served", address);
                return;
            } catch (RuntimeException e) {
                LOG.error("/api{} cannot be served: {}", address, e.toString());
                LOG.debug("/api{}", address, e);
                queue.remove();
            }
        }
    }
}
