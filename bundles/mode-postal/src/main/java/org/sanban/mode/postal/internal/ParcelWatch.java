// SPDX-License-Identifier: Apache-2.0
package org.sanban.mode.postal.internal;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.sanban.api.cases.CaseService;
import org.sanban.api.cases.ServiceMode;
import org.sanban.api.registry.RegistryService;
import org.sanban.api.settings.Checked;
import org.sanban.api.settings.Configured;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows the parcels of open cases while the mode and a carrier are there, a bounded round at a time. */
@Component(service = Configured.class, immediate = true, configurationPid = ParcelWatch.PID)
@Designate(ocd = ParcelWatch.Config.class)
public final class ParcelWatch implements Configured {
    static final String PID = "org.sanban.mode.postal";

    /** What can be set: {@code etc/org.sanban.mode.postal.cfg}. */
    @ObjectClassDefinition(name = "Sanban post and agent")
    public @interface Config {
        @AttributeDefinition(name = "Round", description = "Seconds from one round to the next, 1 to 3600")
        int roundSeconds() default 60;

        @AttributeDefinition(
                name = "Questions",
                description = "Most questions to carriers in a round, 0 to 500; 0 on every node of several but one")
        int questionsPerRound() default 30;
    }

    private static final Logger LOG = LoggerFactory.getLogger(ParcelWatch.class);

    private final Round round;
    private final List<String> faults;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "sanban-parcels");
        thread.setDaemon(true);
        return thread;
    });

    @Activate
    public ParcelWatch(
            @Reference CaseService cases,
            @Reference RegistryService registry,
            @Reference Carriers carriers,
            @Reference(target = "(mode.id=" + PostalWorkflow.ID + ")") ServiceMode mode,
            Config given) {
        Checked<Config> checked = Checked.of(Config.class, PID, given)
                .range("roundSeconds", 1, 3600)
                .range("questionsPerRound", 0, 500);
        this.faults = checked.faults();
        Config config = checked.settings(LOG::warn);
        Path file = Path.of(System.getProperty("karaf.base", "."), "store", "waybills-asked.txt");
        this.round = new Round(cases, registry, carriers, new Asked(file), config.questionsPerRound());
        if (config.questionsPerRound() > 0) {
            timer.scheduleWithFixedDelay(this::watch, config.roundSeconds(), config.roundSeconds(), TimeUnit.SECONDS);
        }
    }

    @Override
    public List<String> faults() {
        return faults;
    }

    @Deactivate
    void stop() {
        // Not by interrupting: Derby gives up the connection of a thread that is interrupted.
        round.end();
        timer.shutdown();
    }

    private void watch() {
        try {
            int news = round.run(Instant.now());
            LOG.debug("{} parcels had news", news);
        } catch (RuntimeException e) {
            if (!timer.isShutdown()) {
                LOG.warn("parcels could not be followed, tried again: {}", e.toString());
                LOG.debug("parcels", e);
            }
        }
    }
}
