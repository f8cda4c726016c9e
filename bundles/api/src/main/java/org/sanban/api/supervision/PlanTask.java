// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.supervision;

import java.time.LocalDate;
import java.util.List;

/**
 * A task of a plan (T1–T20, R136).
 *
 * @param id key
 * @param code {@code T1}; {@code M12-1} for the first decision of meeting 12
 * @param title 开展排查
 * @param text what is to be done
 * @param owners units or posts (责任单位), never persons
 * @param deadline as the source words it (2024年5月底), {@code null} where it states none
 * @param dueOn the last day that means, {@code null} where it states none
 * @param source what it is from: 平政办发〔2024〕14号
 * @param division 12-digit code of the division it was set for
 * @param own whether that division itself reports on it
 * @param perTown whether each town of it does
 */
public record PlanTask(
        long id,
        String code,
        String title,
        String text,
        List<String> owners,
        String deadline,
        LocalDate dueOn,
        String source,
        String division,
        boolean own,
        boolean perTown) {
    public PlanTask {
        owners = List.copyOf(owners);
    }
}
