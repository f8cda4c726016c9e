// SPDX-License-Identifier: Apache-2.0
package org.sanban.messages.internal;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;

/** Channels, and which of them is down, behind or set up wrongly. */
@Service
@Command(scope = "sanban", name = "channel-list", description = "渠道状态 / Lists channels and how each does")
public final class ChannelListCommand implements Action {
    @Reference
    Channels channels;

    @Override
    public Object execute() {
        ShellTable table = new ShellTable();
        for (String heading : new String[] {"渠道", "名称", "状态", "中断自", "积压秒数", "说明"}) {
            table.column(heading);
        }
        for (ChannelState one : channels.states()) {
            table.addRow()
                    .addContent(
                            one.channel(),
                            one.name().zh(),
                            one.stateName().zh(),
                            Shell.blank(one.downSince()),
                            one.behindSeconds(),
                            Shell.blank(
                                    one.fault() == null
                                            ? one.lastError()
                                            : one.fault().zh()));
        }
        table.print(System.out);
        return null;
    }
}
