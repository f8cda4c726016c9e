// SPDX-License-Identifier: Apache-2.0
package org.sanban.matters.internal.postings;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.sanban.api.channel.Ability;
import org.sanban.api.channel.ChannelAdapter;
import org.sanban.api.matters.Coverage;
import org.sanban.api.matters.Coverage.Reach;
import org.sanban.api.matters.CoverageService;
import org.sanban.api.matters.CoverageSummary;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Text;
import org.sanban.api.problem.Texts;
import org.sanban.matters.internal.postings.CoverageSettings.Wanted;
import org.sanban.matters.internal.postings.CoverageStore.Line;
import org.sanban.matters.internal.postings.CoverageStore.Posted;
import org.sanban.matters.internal.postings.CoverageStore.Sum;

/**
 * What citizens reach of the catalogue (R134). A guide that is published in a channel is reached there, whoever put it
 * there: by hand or by an adapter. A channel that takes appointments takes them for every matter, once it is ready. The
 * numbers of the whole are counted at most every ten seconds.
 */
@Component(service = CoverageService.class)
public final class CoverageManager implements CoverageService {
    private static final Texts TEXTS = Texts.of(CoverageManager.class);
    private static final Duration LIFE = Duration.ofSeconds(10);

    private final CoverageStore store;
    private final CoverageSettings settings;
    private final Map<String, ChannelAdapter> adapters = new ConcurrentHashMap<>();
    private final Cache<Object, Counted> counted =
            Caffeine.newBuilder().expireAfterWrite(LIFE).build();

    private record Counted(long matters, Map<String, Sum> sums) {}

    @Activate
    public CoverageManager(@Reference CoverageStore store, @Reference CoverageSettings settings) {
        this.store = store;
        this.settings = settings;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addAdapter(ChannelAdapter adapter, Map<String, Object> properties) {
        adapters.put(String.valueOf(properties.get("channel.id")), adapter);
    }

    void removeAdapter(ChannelAdapter adapter, Map<String, Object> properties) {
        adapters.remove(String.valueOf(properties.get("channel.id")), adapter);
    }

    @Override
    public Page<Coverage> coverage(String missing, PageRequest page) {
        Wanted lacking = missing == null ? null : wanted(missing);
        Map<String, Text> hindrances = hindrances();
        if (lacking != null && !lacking.publishes() && !hindrances.containsKey(lacking.id())) {
            return new Page<>(List.of(), null);
        }
        String unpublished = lacking != null && lacking.publishes() ? lacking.id() : null;
        Page<Line> lines = Page.of(store.lines(unpublished, page), page, Line::code);
        Map<String, Map<String, Posted>> posted = store.posted(
                lines.items().stream().map(Line::code).toList(),
                settings.channels().stream().map(Wanted::id).toList());
        return lines.map(line -> {
            Map<String, Posted> here = posted.getOrDefault(line.code(), Map.of());
            return new Coverage(
                    line.code(),
                    line.name(),
                    line.department(),
                    line.sample(),
                    settings.channels().stream()
                            .map(channel -> reach(channel, line, here.get(channel.id()), hindrances))
                            .toList());
        });
    }

    @Override
    public CoverageSummary summary() {
        Counted counts = counted.get(this, any -> count());
        Map<String, Text> hindrances = hindrances();
        return new CoverageSummary(
                counts.matters(),
                settings.source(),
                settings.channels().stream()
                        .map(channel -> sum(channel, counts, hindrances.get(channel.id())))
                        .toList());
    }

    private CoverageSummary.Channel sum(Wanted channel, Counted counts, Text hindrance) {
        Sum sum = counts.sums().getOrDefault(channel.id(), new Sum(0, 0));
        long reached = channel.publishes() ? sum.current() : hindrance == null ? counts.matters() : 0;
        long missing = Math.max(0, counts.matters() - reached);
        Text next = null;
        if (missing > 0 || sum.outdated() > 0) {
            next = hindrance == null ? TEXTS.get("next.publish", missing, sum.outdated()) : hindrance;
        }
        return new CoverageSummary.Channel(
                channel.id(),
                channel.name(),
                adapters.containsKey(channel.id()),
                reached,
                missing,
                sum.outdated(),
                next);
    }

    private static Reach reach(Wanted channel, Line line, Posted posted, Map<String, Text> hindrances) {
        Text hindrance = hindrances.get(channel.id());
        if (!channel.publishes()) {
            return new Reach(
                    channel.id(),
                    channel.name(),
                    hindrance == null,
                    TEXTS.get(hindrance == null ? "why.taken" : "why.not-taken"),
                    hindrance);
        }
        if (posted != null && !posted.outdated()) {
            return new Reach(channel.id(), channel.name(), true, TEXTS.get("why.posted", posted.version()), null);
        }
        return new Reach(
                channel.id(),
                channel.name(),
                false,
                posted == null ? TEXTS.get("why.none") : TEXTS.get("why.outdated", posted.version(), line.version()),
                hindrance == null
                        ? TEXTS.get("next.post", line.version())
                        : TEXTS.get("next.post.by-hand", line.version(), hindrance));
    }

    /** What keeps channels from doing their part, by channel; one that is ready is not in it. */
    private Map<String, Text> hindrances() {
        Map<String, Text> found = new HashMap<>();
        settings.channels().forEach(channel -> hindrance(channel).ifPresent(text -> found.put(channel.id(), text)));
        return found;
    }

    private Optional<Text> hindrance(Wanted channel) {
        ChannelAdapter adapter = adapters.get(channel.id());
        if (adapter == null) {
            return Optional.of(TEXTS.get("next.install", channel.id()));
        }
        if (!adapter.abilities().contains(channel.ability())) {
            String key = channel.ability() == Ability.PUBLISH ? "next.unable.publish" : "next.unable.receive";
            return Optional.of(TEXTS.get(key, adapter.name()));
        }
        return adapter.fault();
    }

    private Wanted wanted(String id) {
        return settings.channels().stream()
                .filter(channel -> channel.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.invalid(
                        "missing",
                        TEXTS.get(
                                "missing",
                                id,
                                settings.channels().stream().map(Wanted::id).collect(Collectors.joining("、")))));
    }

    private Counted count() {
        return new Counted(
                store.inForce(),
                settings.channels().stream()
                        .filter(Wanted::publishes)
                        .collect(Collectors.toMap(Wanted::id, channel -> store.sum(channel.id()))));
    }
}
