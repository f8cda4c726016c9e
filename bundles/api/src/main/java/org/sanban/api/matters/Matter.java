// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.matters;

/**
 * A government service matter (政务服务事项).
 *
 * @param code the key: basic code of 12, implementation code of 31, handling-item code of 33 characters (C0109.1-2018,
 *     GB/T 39554.1-2020) or a regional variant
 * @param name 80周岁以上老年人高龄津贴发放
 * @param department 民政局
 * @param departmentCode unified social credit code of the department, {@code null} where the source has none
 * @param type GB/T 39046 A.1
 * @param source where the record comes from: a file's name, 四川广安 广安区
 * @param sample whether it is a sample of another county, to be marked so wherever shown
 * @param guide the newest version of its guide
 */
public record Matter(
        String code,
        String name,
        String department,
        String departmentCode,
        MatterType type,
        String source,
        boolean sample,
        Guide guide) {}
