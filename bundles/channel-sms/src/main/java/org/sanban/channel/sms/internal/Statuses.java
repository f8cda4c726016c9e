// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.sms.internal;

import java.time.Duration;
import java.util.Set;
import org.jsmpp.SMPPConstant;
import org.sanban.api.channel.Answer;

/** What a message centre's command_status means for a message (SMPP 3.4, 5.1.3). */
final class Statuses {
    private static final Duration SLOWER = Duration.ofSeconds(5);
    private static final Set<Integer> TOO_FAST =
            Set.of(SMPPConstant.STAT_ESME_RTHROTTLED, SMPPConstant.STAT_ESME_RMSGQFUL);

    /** About this one message; whatever else is wrong, a setting or the centre, may be mended. */
    private static final Set<Integer> FOR_GOOD = Set.of(
            SMPPConstant.STAT_ESME_RINVDSTADR,
            SMPPConstant.STAT_ESME_RINVMSGLEN,
            SMPPConstant.STAT_ESME_RX_P_APPN,
            SMPPConstant.STAT_ESME_RX_R_APPN);

    private Statuses() {}

    static Answer answer(int status) {
        if (TOO_FAST.contains(status)) {
            return Answer.later(SmsChannel.TEXTS.get("throttled", code(status)).zh(), SLOWER);
        }
        return FOR_GOOD.contains(status)
                ? Answer.refused(
                        SmsChannel.TEXTS.get("submit-refused", code(status)).zh())
                : Answer.later(SmsChannel.TEXTS.get("not-now", code(status)).zh(), null);
    }

    static String code(int status) {
        return String.format("0x%08X", status);
    }
}
