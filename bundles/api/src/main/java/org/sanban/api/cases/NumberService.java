// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.cases;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.sanban.api.identity.Actor;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;

/**
 * Case numbers that are set apart for an account, so that an applicant has a number at once where there is no network
 * (R103). A case is submitted under one by {@link Draft#number()}.
 */
@ProviderType
public interface NumberService {
    /**
     * Sets numbers apart: only this account submits under them, each once. They do not lapse.
     *
     * @throws org.sanban.api.problem.Problem invalid, for more than are given at once; conflict, for an account that
     *     has had many today and used few; forbidden
     */
    List<ReservedNumber> reserve(int count, Actor actor);

    /**
     * What became of a number, for its account and for those who see its division.
     *
     * @throws org.sanban.api.problem.Problem not found
     */
    ReservedNumber number(String number, Actor actor);

    /** Numbers of the divisions the actor sees, newest first. */
    Page<ReservedNumber> find(ReservedNumber.State state, PageRequest page, Actor actor);

    /**
     * Gives a number up that no case will be submitted under, for its account; giving it up again changes nothing.
     *
     * @param reason why, at most 500 characters: what was taken under it is not on the platform
     * @throws org.sanban.api.problem.Problem not found; invalid; conflict, when a case was submitted under it
     */
    ReservedNumber giveUp(String number, String reason, Actor actor);
}
