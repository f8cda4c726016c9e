// SPDX-License-Identifier: Apache-2.0
package org.sanban.console.internal;

import java.util.Collection;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.sanban.api.cases.Stage;
import org.sanban.api.identity.Actor;

/** Ids of the stages of the installed modes. */
@Service
public final class StageCompleter extends WordCompleter {
    @Override
    Collection<String> words(String typed, Actor actor) {
        return console.cases().modes().stream()
                .flatMap(workflow -> workflow.stages().stream())
                .map(Stage::id)
                .distinct()
                .toList();
    }
}
