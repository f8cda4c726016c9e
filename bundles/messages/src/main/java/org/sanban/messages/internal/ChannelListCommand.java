// SPDX-License-Identifier: Apache-2.0
package org.sanban.messages.internal;

import java.util.List;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.sanban.api.shell.Table;

/** Channels, and which of them is down, behind or set up wrongly. */
@Service
@Command(scope = "sanban", name = "channel-list", description = "渠道状态 / Lists channels and how each does")
public final class ChannelListCommand implements Action {
    @Reference
    Channels channels;

    @Override
    public Object execute() {
        Table table = new Table(List.of("渠道", "名称", "状态", "中断自", "积压秒数", "说明"));
        for (ChannelState one : channels.states()) {
            table.row(
                    one.channel(),
                    one.name().zh(),
                    one.stateName().zh(),
                    one.downSince(),
                    one.behindSeconds(),
                    one.fault() == null ? one.lastError() : one.fault().zh());
        }
        table.print(System.out);
        return null;
    }
}
