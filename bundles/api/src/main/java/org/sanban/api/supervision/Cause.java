// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.supervision;

/** The three causes the county's notice names for action (R141). */
public enum Cause {
    /** Matters or people are not in place (事项和人员进驻不到位). */
    ABSENT,
    /** Work is pushed on poorly (工作推进不力). */
    SLOW,
    /** Matters are not handled properly (事项办理不到位). */
    IMPROPER
}
