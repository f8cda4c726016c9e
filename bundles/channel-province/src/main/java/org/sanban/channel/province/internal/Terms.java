// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.province.internal;

import org.sanban.api.evaluation.RatingExchange;

/**
 * What was agreed with the province, read and right.
 *
 * @param dataSource the code by which the national platform tells where data comes from (data_source)
 * @param orgCode of the department where the catalogue has none, {@code null} for none
 * @param orgName its name
 * @param way out
 * @param seal for what comes in, {@code null} where no key was agreed on
 * @param batch how many records at once
 * @param mode of what is applied for there, where it does not say
 * @param site where it is to be handled, where it does not say; {@code null} for none
 * @param hour of the day from which the day before is compared
 * @param ratings how ratings are coded, {@code null} where none are told
 */
record Terms(
        Codes codes,
        Names names,
        Tasks tasks,
        String dataSource,
        String orgCode,
        String orgName,
        Way way,
        Seal seal,
        int batch,
        String mode,
        String site,
        int hour,
        RatingExchange.Form ratings) {}
