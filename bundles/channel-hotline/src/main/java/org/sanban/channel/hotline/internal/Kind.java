// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.hotline.internal;

/** What an order is about. */
public enum Kind {
    /** Asks how something is done (咨询). */
    ADVICE,
    /** Asks for help (求助). */
    HELP,
    /** Complains about how one was served (投诉). */
    COMPLAINT,
    /** Reports what somebody else does wrong (举报). */
    REPORT,
    /** Suggests something (建议). */
    SUGGESTION,
    /** Asks for an appointment (预约): a case is made of it. */
    APPOINTMENT,
    /** Asks how far a case is (进度查询). */
    PROGRESS
}
