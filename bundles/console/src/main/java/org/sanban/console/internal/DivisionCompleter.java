// SPDX-License-Identifier: Apache-2.0
package org.sanban.console.internal;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.sanban.api.identity.Actor;
import org.sanban.api.page.PageRequest;
import org.sanban.api.registry.Division;

/** Codes of divisions: the shell's own, those below it, and below the town that is being typed. */
@Service
public final class DivisionCompleter extends WordCompleter {
    @Override
    Collection<String> words(String typed, Actor actor) {
        Stream<String> villages = typed.length() < 9 ? Stream.empty() : below(typed.substring(0, 9) + "000");
        return Stream.of(Stream.of(actor.division()), below(actor.division()), villages)
                .flatMap(words -> words)
                .distinct()
                .toList();
    }

    private Stream<String> below(String code) {
        List<Division> found = console.registry()
                .divisions(code, new PageRequest(null, PageRequest.MAX))
                .items();
        return found.stream().map(Division::code);
    }
}
