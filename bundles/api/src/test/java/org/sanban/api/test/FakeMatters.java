// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.test;

import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.sanban.api.identity.Actor;
import org.sanban.api.identity.Role;
import org.sanban.api.matters.Guide;
import org.sanban.api.matters.ImportReport;
import org.sanban.api.matters.Matter;
import org.sanban.api.matters.MatterQuery;
import org.sanban.api.matters.MatterService;
import org.sanban.api.matters.Scope;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;
import org.sanban.api.registry.Division;

/** Matters in memory, each in one version; an import finds nothing in any file. */
public final class FakeMatters implements MatterService {
    private final SortedMap<String, Matter> matters = new TreeMap<>();
    private final SortedMap<String, Scope> scopes = new TreeMap<>();

    /** With these matters. */
    public FakeMatters(Matter... matters) {
        List.of(matters).forEach(matter -> this.matters.put(matter.code(), matter));
    }

    @Override
    public Matter matter(String code) {
        Matter matter = matters.get(code);
        if (matter == null) {
            throw Problem.notFound("matter", code);
        }
        return matter;
    }

    @Override
    public Guide guide(String code, int version) {
        Guide guide = matter(code).guide();
        if (guide.version() != version) {
            throw Problem.notFound("guide", code + " " + version);
        }
        return guide;
    }

    @Override
    public Page<Matter> find(MatterQuery query, PageRequest page) {
        String text = query.text();
        List<Matter> rows = matters.values().stream()
                .filter(m ->
                        text == null || m.name().startsWith(text) || m.code().equals(text))
                .filter(m -> query.department() == null || query.department().equals(m.department()))
                .filter(m -> query.type() == null || query.type() == m.type())
                .filter(m -> page.after() == null || m.code().compareTo(page.after()) > 0)
                .limit(page.fetch())
                .toList();
        return Page.of(rows, page, Matter::code);
    }

    @Override
    public Matter publish(Matter matter, Actor actor) {
        actor.require(Role.ADMIN);
        matters.put(matter.code(), matter);
        return matter;
    }

    @Override
    public Matter withdraw(String code, Actor actor) {
        actor.require(Role.ADMIN);
        Matter matter = matter(code);
        matters.remove(code);
        return matter;
    }

    @Override
    public ImportReport load(
            InputStream content,
            String file,
            String source,
            boolean sample,
            boolean apply,
            Actor actor,
            IntConsumer progress) {
        actor.require(Role.ADMIN);
        progress.accept(1);
        return new ImportReport(file, apply, 0, 0, 0, 0, List.of(), List.of());
    }

    @Override
    public Scope scope(String mode, String division, Division.Level level) {
        return Division.upward(division).stream()
                .flatMap(code -> Stream.of(level, null).map(tier -> scopes.get(key(mode, code, tier))))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    @Override
    public Page<Scope> scopes(String mode, String division, PageRequest page) {
        return new Page<>(
                scopes.values().stream()
                        .filter(s -> s.mode().equals(mode) && Division.contains(division, s.division()))
                        .toList(),
                null);
    }

    @Override
    public Scope publish(Scope scope, Actor actor) {
        actor.require(Role.ADMIN);
        scopes.put(key(scope.mode(), scope.division(), scope.tier()), scope);
        return scope;
    }

    private static String key(String mode, String division, Division.Level tier) {
        return mode + " " + division + " " + tier;
    }
}
