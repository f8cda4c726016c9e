// SPDX-License-Identifier: Apache-2.0
package org.sanban.carrier.demo.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.sanban.api.data.Latest;
import org.sanban.api.post.Carrier;
import org.sanban.api.post.Tracking;
import org.sanban.api.post.Tracking.State;

/**
 * A made-up carrier (示例) to show 邮政+帮代办 with: it knows every waybill, and a parcel goes on by itself from when it is
 * first asked about. A waybill that ends with 7 is refused and comes back, one that ends with 8 gets into trouble; every
 * other arrives.
 */
@Component(service = Carrier.class, property = "carrier.id=demo", configurationPid = "org.sanban.carrier.demo")
@Designate(ocd = DemoCarrier.Config.class)
public final class DemoCarrier implements Carrier {
    /** What can be set: {@code etc/org.sanban.carrier.demo.cfg}. */
    @ObjectClassDefinition(name = "Sanban demonstration carrier")
    public @interface Config {
        @AttributeDefinition(name = "Pace", description = "Seconds a parcel stays in each state, 1 to 86400")
        int paceSeconds() default 60;
    }

    private static final int MOST = 10_000;
    private static final List<State> WELL = List.of(State.COLLECTED, State.IN_TRANSIT, State.DELIVERING, State.SIGNED);
    private static final Map<Character, List<State>> ENDINGS = Map.of(
            '7', List.of(State.COLLECTED, State.IN_TRANSIT, State.REFUSED, State.RETURNING, State.RETURNED),
            '8', List.of(State.COLLECTED, State.IN_TRANSIT, State.PROBLEM));
    private static final Map<State, String> WORDS = Map.of(
            State.COLLECTED, "示例：已揽收",
            State.IN_TRANSIT, "示例：运输途中",
            State.DELIVERING, "示例：派送中",
            State.SIGNED, "示例：本人签收",
            State.REFUSED, "示例：收件人拒收",
            State.RETURNING, "示例：退回途中",
            State.RETURNED, "示例：已退回寄件人",
            State.PROBLEM, "示例：疑难件，去向待查");

    private final Duration pace;
    private final Clock clock;

    /** When each waybill was first asked about; the oldest are forgotten. */
    private final Map<String, Instant> first = Collections.synchronizedMap(Latest.written(MOST));

    @Activate
    public DemoCarrier(Config config) {
        this(config.paceSeconds(), Clock.systemUTC());
    }

    DemoCarrier(int paceSeconds, Clock clock) {
        if (paceSeconds < 1 || paceSeconds > 86_400) {
            throw new IllegalArgumentException("org.sanban.carrier.demo: paceSeconds must be 1 to 86400");
        }
        this.pace = Duration.ofSeconds(paceSeconds);
        this.clock = clock;
    }

    @Override
    public String name() {
        return "示例承运方";
    }

    @Override
    public int restSeconds() {
        return (int) Math.max(1, pace.toSeconds() / 2);
    }

    @Override
    public Tracking track(String waybill, String phoneEnding) {
        Instant now = clock.instant();
        Instant start = first.computeIfAbsent(waybill, number -> now);
        List<State> course = ENDINGS.getOrDefault(waybill.charAt(waybill.length() - 1), WELL);
        List<Tracking.Event> events = new ArrayList<>();
        int stand =
                (int) Math.min(course.size() - 1, Duration.between(start, now).dividedBy(pace));
        for (int i = 0; i <= stand; i++) {
            events.add(new Tracking.Event(start.plus(pace.multipliedBy(i)), WORDS.get(course.get(i))));
        }
        return new Tracking(waybill, course.get(stand), events);
    }
}
