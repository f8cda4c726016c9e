// SPDX-License-Identifier: Apache-2.0
package org.sanban.console.internal;

import java.util.Collection;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.sanban.api.cases.Workflow;
import org.sanban.api.identity.Actor;

/** Ids of the installed modes. */
@Service
public final class ModeCompleter extends WordCompleter {
    @Override
    Collection<String> words(String typed, Actor actor) {
        return console.cases().modes().stream().map(Workflow::mode).toList();
    }
}
