// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.sms.internal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.EnquireLink;
import org.jsmpp.bean.OptionalParameter.Message_payload;
import org.jsmpp.bean.OptionalParameter.Message_state;
import org.jsmpp.bean.OptionalParameter.Receipted_message_id;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.Session;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a message centre delivers: receipts, in the optional parameters or the text that SMPP 3.4 gives as an example
 * (appendix B), and replies. What cannot be read is acknowledged and left: it would only come again. What cannot be written
 * down now is not acknowledged, so that it does.
 */
final class SmppIncoming implements MessageReceiverListener {
    private static final Logger LOG = LoggerFactory.getLogger(SmppIncoming.class);
    private static final Pattern ID = Pattern.compile("id:\\s*(\\S+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern STAT = Pattern.compile("stat:\\s*(\\S+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern ERR = Pattern.compile("err:\\s*(\\S+)", Pattern.CASE_INSENSITIVE);
    private static final Set<String> ON_ITS_WAY = Set.of("ENROUTE", "ACCEPTD", "BUFFERD", "SCHEDULED");
    private static final int LONGEST_REASON = 60;

    private final Inbox inbox;
    private final ReceiptIds ids;

    SmppIncoming(Inbox inbox, ReceiptIds ids) {
        this.inbox = inbox;
        this.ids = ids;
    }

    @Override
    public void onAcceptDeliverSm(DeliverSm came) throws ProcessRequestException {
        Receipted_message_id about = came.getOptionalParameter(Receipted_message_id.class);
        try {
            if (came.isSmscDeliveryReceipt() || about != null) {
                receipt(came, about);
            } else {
                inbox.reply(came.getSourceAddr(), said(came));
            }
        } catch (RuntimeException e) {
            LOG.debug("Not written down, the message centre is to deliver it again", e);
            throw new ProcessRequestException("not now", SMPPConstant.STAT_ESME_RX_T_APPN);
        }
    }

    private void receipt(DeliverSm came, Receipted_message_id about) {
        // Some write a receipt in UCS-2, whatever its data_coding says: every other octet is nothing.
        String text = new String(said(came), StandardCharsets.ISO_8859_1).replace("\0", "");
        String id = about != null ? about.getValueAsString() : first(ID, text);
        String state = state(came, text);
        if (id.isEmpty() || state.isEmpty() || ON_ITS_WAY.contains(state)) {
            return;
        }
        String why = (state + " " + first(ERR, text)).strip();
        String reason = why.length() > LONGEST_REASON ? why.substring(0, LONGEST_REASON) : why;
        inbox.receipt(ids.ofReceipt(id), state.equals("DELIVRD") ? null : reason);
    }

    private static String state(DeliverSm came, String text) {
        String written = first(STAT, text);
        Message_state coded = came.getOptionalParameter(Message_state.class);
        if (!written.isEmpty() || coded == null) {
            return written.toUpperCase(Locale.ROOT);
        }
        return switch (coded.getValue()) {
            case 0, 1, 6 -> "ENROUTE";
            case 2 -> "DELIVRD";
            case 3 -> "EXPIRED";
            case 4 -> "DELETED";
            case 5 -> "UNDELIV";
            case 8 -> "REJECTD";
            default -> "UNKNOWN";
        };
    }

    private static String first(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        return found.find() ? found.group(1) : "";
    }

    /** The text's octets, without a header before them. */
    private static byte[] said(DeliverSm came) {
        Message_payload payload = came.getOptionalParameter(Message_payload.class);
        byte[] content = payload != null ? payload.getValue() : came.getShortMessage();
        if (content == null) {
            return new byte[0];
        }
        boolean headed = came.isUdhi() && content.length > 0 && (content[0] & 0xFF) < content.length;
        return headed ? Arrays.copyOfRange(content, (content[0] & 0xFF) + 1, content.length) : content;
    }

    @Override
    public DataSmResult onAcceptDataSm(DataSm came, Session source) throws ProcessRequestException {
        throw new ProcessRequestException("data_sm is not taken", SMPPConstant.STAT_ESME_RINVCMDID);
    }

    @Override
    public void onAcceptAlertNotification(AlertNotification came) {
        // That a telephone is on again: the message centre sends what waits by itself.
    }

    @Override
    public void onAcceptEnquireLink(EnquireLink came, Session source) {
        // jsmpp answers it.
    }
}
