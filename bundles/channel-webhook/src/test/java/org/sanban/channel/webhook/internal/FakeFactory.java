// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.webhook.internal;

import java.util.Dictionary;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.osgi.service.component.ComponentFactory;
import org.osgi.service.component.ComponentInstance;

/** Makes subscribers as Declarative Services would, and registers them with a journal. */
final class FakeFactory implements ComponentFactory<Subscriber> {
    final Map<String, Subscriber> running = new TreeMap<>();
    private final FakeJournal journal;
    private final Function<Subscription, Subscriber> maker;

    FakeFactory(FakeJournal journal, Function<Subscription, Subscriber> maker) {
        this.journal = journal;
        this.maker = maker;
    }

    @Override
    public ComponentInstance<Subscriber> newInstance(Dictionary<String, ?> properties) {
        String id = (String) properties.get("listener.id");
        if (!journal.positions.containsKey(id)) {
            throw new AssertionError(id + " would be told everything there is");
        }
        Subscriber made = maker.apply((Subscription) properties.get(Subscriber.SUBSCRIPTION));
        running.put(id, made);
        journal.registered.add(id);
        return new ComponentInstance<>() {
            @Override
            public void dispose() {
                made.stop();
                running.remove(id);
                journal.registered.remove(id);
            }

            @Override
            public Subscriber getInstance() {
                return made;
            }
        };
    }
}
