// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.webhook.internal;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.sanban.api.identity.Actor;
import org.sanban.api.journal.JournalService;
import org.sanban.api.journal.JournalService.Delivery;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.registry.RegistryService;
import org.sanban.api.shell.Shell;
import org.sanban.api.shell.Table;

/** Subscriptions of other systems, and how delivery to each stands. */
@Service
@Command(
        scope = "sanban",
        name = "webhook-list",
        description = "事件订阅及投递情况 / Lists subscriptions and how delivery stands")
public final class WebhookListCommand implements Action {
    @Option(name = "--limit", description = "条数，1 至 200 / How many, 1 to 200")
    int limit = 50;

    @Option(name = "--after", description = "上一页给出的翻页标记 / Page key of the page before")
    String after;

    @Reference
    Webhooks webhooks;

    @Reference
    JournalService journal;

    @Reference
    RegistryService registry;

    @Reference
    Session session;

    @Override
    public Object execute() throws CommandException {
        Actor actor = Shell.actor(session == null ? null : session.get("USER"), registry);
        Shell.doing(() -> show(webhooks.list(new PageRequest(after, limit), actor), actor), CommandException::new);
        return null;
    }

    private void show(Page<Subscription> page, Actor actor) {
        Map<String, Delivery> deliveries =
                journal.deliveries(actor).stream().collect(Collectors.toMap(Delivery::listener, Function.identity()));
        Table table = new Table(List.of("编号", "名称", "地址", "区划", "状态", "积压自", "搁置", "原因"));
        for (Subscription one : page.items()) {
            Delivery delivery = deliveries.get(one.listener());
            table.row(
                    one.listener(),
                    one.name(),
                    one.url(),
                    one.filter().division(),
                    WebhookView.of(one, null).stateName(),
                    delivery == null ? "" : delivery.since(),
                    delivery == null ? 0 : delivery.parked(),
                    delivery == null ? "" : delivery.lastError());
        }
        table.print(System.out);
        Shell.more(System.out, page);
    }
}
