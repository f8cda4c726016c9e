// SPDX-License-Identifier: Apache-2.0
package org.sanban.console.internal;

import java.util.Collection;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.sanban.api.identity.Actor;
import org.sanban.api.matters.Matter;
import org.sanban.api.matters.MatterQuery;
import org.sanban.api.page.PageRequest;

/** Codes of matters that begin as typed: the list is by code, so its page after what is typed holds them. */
@Service
public final class MatterCompleter extends WordCompleter {
    private static final MatterQuery ALL = new MatterQuery(null, null, null, null, false);

    @Override
    Collection<String> words(String typed, Actor actor) {
        return console.matters().find(ALL, new PageRequest(typed, 50)).items().stream()
                .map(Matter::code)
                .filter(code -> code.startsWith(typed))
                .toList();
    }
}
