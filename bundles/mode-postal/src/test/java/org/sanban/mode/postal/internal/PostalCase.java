// SPDX-License-Identifier: Apache-2.0
package org.sanban.mode.postal.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sanban.api.cases.Case;
import org.sanban.api.cases.Clock;
import org.sanban.api.cases.Due;
import org.sanban.api.cases.Holder;
import org.sanban.api.cases.Light;
import org.sanban.api.cases.Original;
import org.sanban.api.cases.Stage;
import org.sanban.api.cases.Status;
import org.sanban.api.cases.Workflow;
import org.sanban.api.identity.Actor;
import org.sanban.api.identity.Channel;
import org.sanban.api.identity.Role;
import org.sanban.api.problem.Text;
import org.sanban.api.registry.Agent;
import org.sanban.api.test.FakeMatters;
import org.sanban.api.test.FakeRegistry;
import org.sanban.api.test.Samples;
import org.sanban.mode.proxy.internal.ProxyMode;

/** A case of the mode, acting under a signed agreement, as it is given to its rules; each method gives another case. */
record PostalCase(String stage, Map<String, Object> answers, List<String> done, List<Original> originals) {
    static final Instant AT = Instant.parse("2026-11-02T02:00:00Z");
    static final Actor AGENT = new Actor("agent", "代办员（示例）", Set.of(Role.AGENT), Samples.TOWN, Channel.REST);
    static final Actor OTHER = new Actor("other", "另一代办员（示例）", Set.of(Role.AGENT), Samples.TOWN, Channel.REST);
    static final Actor POST = new Actor("sanban:post", "三办平台", Set.of(Role.SYSTEM), Samples.TOWN, Channel.SYSTEM);

    static PostalMode mode() {
        return mode(new FakeMatters());
    }

    static PostalMode mode(FakeMatters matters) {
        return new PostalMode(proxy(matters), matters, new FakeRegistry(Samples.SITE));
    }

    /** The real mode of the agent. */
    static ProxyMode proxy(FakeMatters matters) {
        FakeRegistry registry = new FakeRegistry(Samples.SITE);
        for (String login : List.of("agent", "other")) {
            registry.save(new Agent(login, Agent.Kind.TOWN, login, "示例镇", Set.of(Samples.TOWN), true), Samples.admin());
        }
        return new ProxyMode(registry, matters);
    }

    static PostalCase in(String stage) {
        return new PostalCase(
                stage,
                Map.of(
                        "services", List.of("act"),
                        "course", "whole",
                        "scope", List.of("collect", "submit"),
                        "validUntil", "2099-12-31",
                        "postAddress", "示例村一组"),
                List.of("submit", "accept", "sign"),
                List.of());
    }

    PostalCase with(String name, Object answer) {
        Map<String, Object> more = new HashMap<>(answers);
        more.put(name, answer);
        return new PostalCase(stage, more, done, originals);
    }

    PostalCase with(Map<String, Object> facts) {
        Map<String, Object> more = new HashMap<>(answers);
        more.putAll(facts);
        return new PostalCase(stage, more, done, originals);
    }

    /** With one more parcel that was sent. */
    PostalCase sent(Leg leg, String waybill) {
        return parcel(leg, waybill, "sent");
    }

    /** With one more parcel. */
    PostalCase parcel(Leg leg, String waybill, String state) {
        List<Object> parcels = new ArrayList<>((List<?>) answers.getOrDefault("parcels", List.of()));
        parcels.add(waybill + " " + leg.action + " " + state + " " + AT + " -");
        return with("parcels", parcels);
    }

    PostalCase after(String action) {
        List<String> more = new ArrayList<>(done);
        more.add(action);
        return new PostalCase(stage, answers, more, originals);
    }

    PostalCase original(String name, String where) {
        List<Original> more = new ArrayList<>(originals);
        more.add(new Original(more.size() + 1, name, null, AT, "agent", where, null, null, null));
        return new PostalCase(stage, answers, done, more);
    }

    /** As it is under the workflow in force; one that waits in a stage of a parcel's own began under version 1. */
    Case make() {
        Workflow workflow = mode().workflow();
        Stage old = new Stage(stage, Text.of(stage), Status.OPEN, Clock.WAITING, Role.AGENT, null);
        Stage now = workflow.stage(stage).orElse(old);
        return new Case(
                "61092626000000017",
                done.size(),
                PostalWorkflow.ID,
                now == old ? 101 : workflow.version(),
                "m",
                "示例事项m",
                1,
                false,
                Samples.SITE.code(),
                Samples.TOWN,
                Samples.person(),
                stage,
                now.name(),
                now.status(),
                new Holder(now.holder(), "agent", "代办员（示例）"),
                "clerk",
                AT,
                AT,
                new Due(5, null, null, null, null, Light.NONE, Text.of("示例"), List.of()),
                List.of(),
                originals,
                List.of(),
                List.of(),
                answers,
                done,
                null);
    }
}
