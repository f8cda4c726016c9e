// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.hotline.internal;

import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.channel.Ability;
import org.sanban.api.channel.Backlog;
import org.sanban.api.channel.ChannelAdapter;
import org.sanban.api.problem.Text;
import org.sanban.api.problem.Texts;

/** The hotline as a channel (电话可约、可问、可评, R134): it takes requests and ratings, and sends no messages. */
@Component(service = ChannelAdapter.class, property = "channel.id=" + HotlineChannel.ID)
public final class HotlineChannel implements ChannelAdapter {
    /** The word that actors and the journal have for it. */
    public static final String ID = "hotline";

    private static final Texts TEXTS = Texts.of(HotlineChannel.class);

    private final HotlineSettings settings;
    private final Supplier<Optional<Backlog>> backlog;

    @Activate
    public HotlineChannel(@Reference HotlineSettings settings, @Reference Courier courier) {
        this(settings, courier::backlog);
    }

    HotlineChannel(HotlineSettings settings, Supplier<Optional<Backlog>> backlog) {
        this.settings = settings;
        this.backlog = backlog;
    }

    @Override
    public Text name() {
        return TEXTS.get("channel.name");
    }

    @Override
    public Set<Ability> abilities() {
        return Set.of(Ability.RECEIVE, Ability.EVALUATE);
    }

    @Override
    public Optional<Text> fault() {
        return settings.fault();
    }

    /** What the centre is still to be told. */
    @Override
    public Optional<Backlog> backlog() {
        return backlog.get();
    }
}
