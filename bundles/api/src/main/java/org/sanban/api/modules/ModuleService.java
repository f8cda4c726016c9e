// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.modules;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.sanban.api.identity.Actor;

/**
 * Modules come and go while the platform serves; nothing else is restarted or refreshed. What is wanted stands in
 * {@code etc/sanban-modules.list}, archives in {@code store/kars}: deleting {@code data/} loses nothing.
 */
@ProviderType
public interface ModuleService {
    /** What is installed, and what could be, by feature: core first. */
    List<Module> modules();

    /**
     * What installing or removing a module would do.
     *
     * @param what name of a feature, or path of an archive (.kar)
     * @throws org.sanban.api.problem.Problem not found; invalid, when the archive is none
     */
    Plan preview(String what, Actor actor);

    /**
     * Installs a module, or a newer version of it, and remembers that it is wanted. For administrators.
     *
     * @param what name of a feature, or path of an archive (.kar), which is copied to {@code store/kars}
     * @return what was done
     * @throws org.sanban.api.problem.Problem as {@link #preview}; conflict, saying what is missing
     */
    Plan install(String what, Actor actor);

    /**
     * Removes a module and remembers that it is not wanted. Its cases stay readable. For administrators.
     *
     * @param force whether to remove the modules that need it as well
     * @return what was done
     * @throws org.sanban.api.problem.Problem not found; conflict, when it belongs to core or others need it
     */
    Plan remove(String feature, boolean force, Actor actor);
}
