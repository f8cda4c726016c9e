// SPDX-License-Identifier: Apache-2.0
package org.sanban.modules.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.modules.Piece;

/** What there is, what is wanted, and what is wrong with it. One change at a time. */
@Component(service = Inventory.class)
public final class Inventory {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration START = Duration.ofMinutes(1);
    private static final Duration LOOK = Duration.ofMillis(50);

    private final Platform platform;
    private final Wanted wanted;
    private final Shelf shelf;
    private final List<Path> system;
    private final Map<String, String> failed = new ConcurrentSkipListMap<>();
    private final ReentrantLock changing = new ReentrantLock();
    private volatile boolean settled;

    @Activate
    public Inventory(@Reference Platform platform) {
        this(
                platform,
                folder("karaf.etc").resolve("sanban-modules.list"),
                new Shelf(
                        folder("karaf.base").resolve("store/kars"),
                        folder("karaf.data").resolve("kar")),
                List.of(
                        folder("karaf.base").resolve("system"),
                        folder("karaf.home").resolve("system")));
    }

    Inventory(Platform platform, Path list, Shelf shelf, List<Path> system) {
        this.platform = platform;
        this.wanted = new Wanted(list);
        this.shelf = shelf;
        this.system = system;
    }

    /** Something that changes what is installed. */
    interface Change<T> {
        T make() throws IOException;
    }

    /** Makes a change when no other is made. */
    <T> T change(Change<T> change) throws IOException {
        changing.lock();
        try {
            return change.make();
        } finally {
            changing.unlock();
        }
    }

    Platform platform() {
        return platform;
    }

    Wanted wanted() {
        return wanted;
    }

    Shelf shelf() {
        return shelf;
    }

    Graph graph() {
        return new Graph(platform.parts());
    }

    /** The jars on this machine. */
    Jars jars() {
        List<Path> roots = new ArrayList<>(system);
        roots.addAll(shelf.roots());
        return new Jars(roots);
    }

    /** Offers what a kept archive brings. */
    void offer(Path kar) throws IOException, Platform.Refused {
        for (Path description : shelf.descriptions(kar)) {
            platform.offer(description);
        }
    }

    /** Forgets an archive that turned out to be of no use. */
    void forget(Path kar) throws IOException {
        try {
            for (Path description : shelf.descriptions(kar)) {
                platform.withdraw(description);
            }
        } catch (Platform.Refused unknown) {
            // It was not offered.
        }
        shelf.drop(kar);
    }

    /** Installs features by id, once what they replace has come to rest. */
    void install(Set<String> ids) throws Platform.Refused {
        rest(ids);
        platform.install(ids);
    }

    /** Removes features by id, once they have come to rest. */
    void remove(Set<String> ids) throws Platform.Refused {
        rest(ids);
        platform.remove(ids);
    }

    /** Waits a while: of a module that goes while its first migration ends, services would be asked for that are gone. */
    private void rest(Set<String> ids) {
        Set<String> names = ids.stream().map(id -> id.split("/")[0]).collect(Collectors.toSet());
        List<String> locations = platform.parts().stream()
                .filter(part -> part.installed() && names.contains(part.name()))
                .flatMap(part -> part.locations().stream())
                .toList();
        await(() -> locations.stream().allMatch(platform::settled), PATIENCE);
    }

    /** Waits a while until the start is over: until then a bundle that does not run may only not have had its turn. */
    void started() {
        await(platform::started, START);
    }

    private static void await(BooleanSupplier condition, Duration atMost) {
        long until = System.nanoTime() + atMost.toNanos();
        while (!condition.getAsBoolean()
                && System.nanoTime() < until
                && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    /** Whether the wanted modules have been seen to since the start. */
    boolean settled() {
        return settled;
    }

    void settle() {
        settled = true;
    }

    /** Remembers why a wanted module could not be installed, until it can; {@code null} for no reason any more. */
    void failed(String name, String reason) {
        if (reason == null) {
            failed.remove(name);
        } else {
            failed.put(name, reason);
        }
    }

    /** What is wrong with wanted modules, by feature. */
    Map<String, String> faults() {
        Map<String, String> faults = new ConcurrentSkipListMap<>(failed);
        Graph graph = graph();
        for (String name : wanted.names()) {
            Optional<Part> part = graph.part(name);
            String fault = part.isEmpty() ? "no repository knows it; bring its archive" : fault(part.get());
            if (fault != null) {
                faults.putIfAbsent(name, fault);
            }
        }
        return faults;
    }

    /** What is wrong with a wanted feature, or null. */
    String fault(Part part) {
        String reason = failed.get(part.name());
        if (reason != null) {
            return reason;
        }
        if (!part.installed()) {
            return "not installed";
        }
        Set<String> still = part.locations().stream()
                .filter(location -> !runs(platform.piece(location)))
                .collect(Collectors.toSet());
        return still.isEmpty() ? null : "does not run: " + String.join(", ", still);
    }

    private static boolean runs(Piece piece) {
        return piece != null && piece.active();
    }

    private static Path folder(String property) {
        return Path.of(System.getProperty(property)).toAbsolutePath();
    }
}
