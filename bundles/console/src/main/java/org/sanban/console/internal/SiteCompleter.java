// SPDX-License-Identifier: Apache-2.0
package org.sanban.console.internal;

import java.util.Collection;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.sanban.api.identity.Actor;
import org.sanban.api.page.PageRequest;
import org.sanban.api.registry.Site;

/** Codes of sites. */
@Service
public final class SiteCompleter extends WordCompleter {
    @Override
    Collection<String> words(String typed, Actor actor) {
        return console.registry().sites(actor.division(), null, new PageRequest(null, PageRequest.MAX)).items().stream()
                .map(Site::code)
                .toList();
    }
}
