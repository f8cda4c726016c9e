// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.supervision;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.sanban.api.identity.Actor;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;

/**
 * Notices of criticism and rectification (R141, R142): issued by a supervisor of a division above, answered with evidence
 * by the one addressed, closed or sent back by a supervisor above. Nobody closes a notice against their own division or
 * themselves.
 */
@ProviderType
public interface NoticeService {
    /**
     * Issues a notice. For supervisors of a division above the one addressed.
     *
     * @throws org.sanban.api.problem.Problem invalid, naming each field; forbidden; conflict, when the inspection it rests
     *     on is not concluded, or an open notice has the same origin and cause
     */
    Notice issue(NoticeDraft draft, Actor actor);

    /**
     * Takes a step.
     *
     * @throws org.sanban.api.problem.Problem forbidden, when it is not for this actor; conflict, when the notice went on
     *     meanwhile or its state does not allow it
     */
    Notice act(long id, NoticeStep step, Actor actor);

    /**
     * One notice, for staff who see its division.
     *
     * @throws org.sanban.api.problem.Problem not found
     */
    Notice notice(long id, Actor actor);

    /** Its history, oldest first. */
    List<NoticeEntry> history(long id, Actor actor);

    /** Notices, newest first. */
    Page<Notice> notices(NoticeQuery query, PageRequest page, Actor actor);
}
