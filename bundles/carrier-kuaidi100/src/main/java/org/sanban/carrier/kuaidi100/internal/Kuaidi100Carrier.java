// SPDX-License-Identifier: Apache-2.0
package org.sanban.carrier.kuaidi100.internal;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.sanban.api.http.NotReached;
import org.sanban.api.http.OtherSide;
import org.sanban.api.http.Reply;
import org.sanban.api.post.Carrier;
import org.sanban.api.post.Tracking;
import org.sanban.api.problem.Problem;
import org.sanban.api.problem.Texts;

/** Asks kuaidi100 (快递100), which knows the parcels of most Chinese carriers, by its {@code query.do}. */
@Component(
        service = Carrier.class,
        property = "carrier.id=kuaidi100",
        configurationPid = "org.sanban.carrier.kuaidi100",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = Kuaidi100Carrier.Config.class)
public final class Kuaidi100Carrier implements Carrier {
    /** What must be set: {@code etc/org.sanban.carrier.kuaidi100.cfg}. */
    @ObjectClassDefinition(name = "Sanban carrier kuaidi100")
    public @interface Config {
        @AttributeDefinition(name = "Address", description = "Of the interface")
        String url() default "https://poll.kuaidi100.com/poll/query.do";

        @AttributeDefinition(name = "Customer", description = "The code that kuaidi100 has given (customer)")
        String customer() default "";

        @AttributeDefinition(name = "Key", description = "The key that goes with it", type = AttributeType.PASSWORD)
        String key() default "";

        @AttributeDefinition(name = "Company", description = "Code of the carrier at kuaidi100: ems, youzhengguonei")
        String company() default "ems";

        @AttributeDefinition(name = "Name", description = "What people read")
        String name() default "中国邮政（快递100查询）";

        @AttributeDefinition(name = "Rest", description = "Seconds between two questions about a waybill, 1800 or more")
        int restSeconds() default 1800;

        @AttributeDefinition(name = "Timeout", description = "Seconds to wait for an answer, 1 to 60")
        int timeoutSeconds() default 10;
    }

    private static final Texts TEXTS = Texts.of(Kuaidi100Carrier.class);
    private static final int ALLOWED = 1800;
    private static final int LONGEST = 1 << 20;

    private final Config config;
    private final Query query;
    private final URI url;
    private final Pause pause = new Pause();
    private final OtherSide side;

    @Activate
    public Kuaidi100Carrier(Config config) {
        require(!config.customer().isBlank() && !config.key().isBlank(), "customer and key must be set");
        require(config.url().matches("https?://\\S+"), "url must be like https://example.org/query.do");
        boolean local = config.url().matches("http://(127\\.0\\.0\\.1|localhost)[:/].*");
        require(config.restSeconds() >= ALLOWED || local, "restSeconds must be " + ALLOWED + " or more");
        require(config.timeoutSeconds() >= 1 && config.timeoutSeconds() <= 60, "timeoutSeconds must be 1 to 60");
        this.config = config;
        this.url = URI.create(config.url().strip());
        this.query = new Query(
                config.customer().strip(),
                config.key().strip(),
                config.company().strip());
        this.side = new OtherSide("kuaidi100", Duration.ofSeconds(config.timeoutSeconds()), LONGEST);
    }

    private static void require(boolean right, String what) {
        if (!right) {
            throw new IllegalArgumentException("org.sanban.carrier.kuaidi100: " + what);
        }
    }

    @Override
    public String name() {
        return config.name();
    }

    @Override
    public int restSeconds() {
        return config.restSeconds();
    }

    @Override
    public Tracking track(String waybill, String phoneEnding) {
        long wait = pause.left();
        if (wait > 0) {
            throw Problem.unavailable(TEXTS.get("paused", wait), Duration.ofSeconds(wait));
        }
        Reply reply = ask(query.form(waybill, phoneEnding));
        if (reply.status() != 200) {
            if (reply.status() == 429 || reply.status() >= 500) {
                pause.begin(reply.pause());
            }
            throw Problem.unavailable(TEXTS.get("status", reply.status()));
        }
        Tracking tracking = Answer.read(waybill, reply.text());
        pause.end();
        return tracking;
    }

    private Reply ask(String form) {
        HttpRequest.Builder request = HttpRequest.newBuilder(url)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form, StandardCharsets.UTF_8));
        try {
            return side.ask(request);
        } catch (NotReached e) {
            if (e.why() == NotReached.Why.TOO_LONG) {
                throw Problem.unavailable(TEXTS.get("unreadable"));
            }
            pause.begin(null);
            throw Problem.unavailable(TEXTS.get("unreachable", url.getHost()));
        }
    }

    /** Breaks off what is being asked. */
    @Deactivate
    void stop() {
        side.close();
    }
}
