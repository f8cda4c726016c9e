// SPDX-License-Identifier: Apache-2.0
package org.sanban.console.internal;

import java.util.Collection;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.sanban.api.identity.Actor;
import org.sanban.api.modules.Module;

/** Names of modules that may come and go. */
@Service
public final class ModuleCompleter extends WordCompleter {
    @Override
    Collection<String> words(String typed, Actor actor) {
        return console.modules().modules().stream()
                .filter(module -> !module.core())
                .map(Module::feature)
                .toList();
    }
}
