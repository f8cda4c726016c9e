// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.webhook.internal;

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
import org.apache.karaf.shell.support.ansi.SimpleAnsi;
import org.apache.karaf.shell.support.table.ShellTable;
import org.sanban.api.identity.Actor;
import org.sanban.api.journal.JournalService;
import org.sanban.api.journal.JournalService.Delivery;
import org.sanban.api.page.Page;
import org.sanban.api.page.PageRequest;
import org.sanban.api.problem.Problem;
import org.sanban.api.registry.RegistryService;

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
        try {
            Actor actor = actor();
            show(webhooks.list(new PageRequest(after, limit), actor), actor);
            return null;
        } catch (Problem problem) {
            String line = problem.detail().zh();
            throw new CommandException(SimpleAnsi.COLOR_RED + line + SimpleAnsi.COLOR_DEFAULT, line);
        }
    }

    private void show(Page<Subscription> page, Actor actor) {
        Map<String, Delivery> deliveries =
                journal.deliveries(actor).stream().collect(Collectors.toMap(Delivery::listener, Function.identity()));
        ShellTable table = new ShellTable();
        for (String heading : new String[] {"编号", "名称", "地址", "区划", "状态", "积压自", "搁置", "原因"}) {
            table.column(heading);
        }
        for (Subscription one : page.items()) {
            Delivery delivery = deliveries.get(one.listener());
            table.addRow()
                    .addContent(
                            one.listener(),
                            one.name(),
                            one.url(),
                            one.filter().division(),
                            WebhookView.of(one, null).stateName(),
                            delivery == null ? "" : blank(delivery.since()),
                            delivery == null ? 0 : delivery.parked(),
                            delivery == null ? "" : blank(delivery.lastError()));
        }
        table.print(System.out);
        if (page.next() != null) {
            System.out.println("--after " + page.next());
        }
    }

    private static Object blank(Object value) {
        return value == null ? "" : value;
    }

    /** Whoever sits at the shell administers the whole county. */
    private Actor actor() {
        String county =
                registry.divisions(null, PageRequest.first()).items().get(0).code();
        return Actor.shell(session == null ? null : session.get("USER"), county);
    }
}
