// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.demo.internal;

import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.BroadcastSm;
import org.jsmpp.bean.CancelBroadcastSm;
import org.jsmpp.bean.CancelSm;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.QueryBroadcastSm;
import org.jsmpp.bean.QuerySm;
import org.jsmpp.bean.ReplaceSm;
import org.jsmpp.bean.SubmitMulti;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.BroadcastSmResult;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.QueryBroadcastSmResult;
import org.jsmpp.session.QuerySmResult;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.ServerMessageReceiverListener;
import org.jsmpp.session.Session;
import org.jsmpp.session.SubmitMultiResult;

/** A message centre that takes single messages and knows no other command. */
interface OnlySubmits extends ServerMessageReceiverListener {
    /** A refusal with a command_status. */
    static ProcessRequestException no(int status) {
        return new ProcessRequestException("refused", status);
    }

    @Override
    default SubmitMultiResult onAcceptSubmitMulti(SubmitMulti asked, SMPPServerSession source)
            throws ProcessRequestException {
        throw no(SMPPConstant.STAT_ESME_RINVCMDID);
    }

    @Override
    default QuerySmResult onAcceptQuerySm(QuerySm asked, SMPPServerSession source) throws ProcessRequestException {
        throw no(SMPPConstant.STAT_ESME_RINVCMDID);
    }

    @Override
    default void onAcceptReplaceSm(ReplaceSm asked, SMPPServerSession source) throws ProcessRequestException {
        throw no(SMPPConstant.STAT_ESME_RINVCMDID);
    }

    @Override
    default void onAcceptCancelSm(CancelSm asked, SMPPServerSession source) throws ProcessRequestException {
        throw no(SMPPConstant.STAT_ESME_RINVCMDID);
    }

    @Override
    default BroadcastSmResult onAcceptBroadcastSm(BroadcastSm asked, SMPPServerSession source)
            throws ProcessRequestException {
        throw no(SMPPConstant.STAT_ESME_RINVCMDID);
    }

    @Override
    default void onAcceptCancelBroadcastSm(CancelBroadcastSm asked, SMPPServerSession source)
            throws ProcessRequestException {
        throw no(SMPPConstant.STAT_ESME_RINVCMDID);
    }

    @Override
    default QueryBroadcastSmResult onAcceptQueryBroadcastSm(QueryBroadcastSm asked, SMPPServerSession source)
            throws ProcessRequestException {
        throw no(SMPPConstant.STAT_ESME_RINVCMDID);
    }

    @Override
    default DataSmResult onAcceptDataSm(DataSm asked, Session source) throws ProcessRequestException {
        throw no(SMPPConstant.STAT_ESME_RINVCMDID);
    }
}
