// SPDX-License-Identifier: Apache-2.0
package org.sanban.console.internal;

import java.util.Collection;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.sanban.api.identity.Actor;
import org.sanban.api.print.PaperForm;

/** Keys of the papers there are. */
@Service
public final class PaperCompleter extends WordCompleter {
    @Override
    Collection<String> words(String typed, Actor actor) {
        return console.papers.stream().map(PaperForm::id).toList();
    }
}
