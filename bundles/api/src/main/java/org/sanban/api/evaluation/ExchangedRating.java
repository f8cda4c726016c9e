// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.evaluation;

/**
 * A rating as the national system's interface names it; codes as {@link RatingExchange.Form} says. Personal data is in it only where
 * the citizen does not want to stay unknown.
 *
 * @param areaCode division
 * @param deptCode unified social credit code of the department, {@code null} where the catalogue has none
 * @param taskCode code of the matter
 * @param taskName its name
 * @param projectNo the case's number
 * @param proDepart the department
 * @param proManager who is rated
 * @param userProp 1 person, 2 organisation
 * @param userName who rates, {@code null} for who stays unknown
 * @param certKey that one's number, {@code null} for who stays unknown
 * @param promiseTime committed or immediate, in the coding
 * @param satisfaction the level, in the coding
 * @param satisfactionName the level by word
 * @param evalDetail what was wrong
 * @param writingEvaluation own words
 * @param assessTime when
 * @param assessNumber 1 first, 2 second
 * @param pf by which way, in the coding
 * @param proStatus 2 being handled, 3 ended
 * @param acceptDate when the case was accepted, {@code null} when it was not
 */
public record ExchangedRating(
        String areaCode,
        String deptCode,
        String taskCode,
        String taskName,
        String projectNo,
        String proDepart,
        String proManager,
        String userProp,
        String userName,
        String certKey,
        String promiseTime,
        String satisfaction,
        String satisfactionName,
        String evalDetail,
        String writingEvaluation,
        String assessTime,
        int assessNumber,
        String pf,
        String proStatus,
        String acceptDate) {}
