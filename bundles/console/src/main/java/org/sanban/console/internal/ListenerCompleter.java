// SPDX-License-Identifier: Apache-2.0
package org.sanban.console.internal;

import java.util.Collection;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.sanban.api.identity.Actor;
import org.sanban.api.journal.JournalService.Delivery;

/** Ids of the journal's listeners. */
@Service
public final class ListenerCompleter extends WordCompleter {
    @Override
    Collection<String> words(String typed, Actor actor) {
        return console.journal().deliveries(actor).stream()
                .map(Delivery::listener)
                .toList();
    }
}
