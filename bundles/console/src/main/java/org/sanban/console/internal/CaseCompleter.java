// SPDX-License-Identifier: Apache-2.0
package org.sanban.console.internal;

import java.util.Collection;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.sanban.api.cases.CaseLine;
import org.sanban.api.cases.CaseQuery;
import org.sanban.api.identity.Actor;
import org.sanban.api.page.PageRequest;

/** Numbers of recent cases. */
@Service
public final class CaseCompleter extends WordCompleter {
    private static final PageRequest RECENT = new PageRequest(null, 50);

    @Override
    Collection<String> words(String typed, Actor actor) {
        return console.cases().find(CaseQuery.all(), RECENT, actor).items().stream()
                .map(CaseLine::number)
                .toList();
    }
}
