// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.identity;

/** Names of the roles core knows. A workflow may use others; a role is only a word that an account holds. */
public final class Role {
    /** Runs the platform: accounts, imports, operations. */
    public static final String ADMIN = "admin";
    /** Window clerk (窗口人员): takes, accepts, hands over. */
    public static final String CLERK = "clerk";
    /** Department officer who decides (审批人员). */
    public static final String OFFICER = "officer";
    /** Agent who helps or acts for a citizen (帮代办员). */
    public static final String AGENT = "agent";
    /** Reads everything in the division and supervises it; changes no case (监督人员). */
    public static final String SUPERVISOR = "supervisor";
    /** Another system that submits and follows cases (外部系统). */
    public static final String SYSTEM = "system";
    /** A citizen or organisation acting on a case of their own (申请人). */
    public static final String APPLICANT = "applicant";

    private Role() {}
}
