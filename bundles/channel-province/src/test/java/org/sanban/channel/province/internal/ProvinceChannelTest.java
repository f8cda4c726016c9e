// SPDX-License-Identifier: Apache-2.0
package org.sanban.channel.province.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sanban.api.channel.ChannelAdapter;
import org.sanban.api.problem.Problem;
import org.sanban.api.test.ChannelAdapterContract;

class ProvinceChannelTest extends ChannelAdapterContract {
    @TempDir
    Path etc;

    @BeforeEach
    void writeKeys() throws IOException {
        System.setProperty("karaf.etc", etc.toString());
        try (SimulatedProvince simulated = new SimulatedProvince()) {
            simulated.writeKeys(etc);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @AfterEach
    void forget() {
        System.clearProperty("karaf.etc");
    }

    @Override
    protected ChannelAdapter adapter(String base) {
        return channel(Configured.push(base));
    }

    @Override
    protected ChannelAdapter unconfigured() {
        return channel(Map.of());
    }

    @Test
    void everythingThatIsWrongIsToldAtOnceAndNoSecretWithIt() {
        Map<String, Object> set = Configured.push("ftp://example.org");
        set.put("privateKey", "none.pem");
        set.put("codes", "apply_type=1");
        set.put("batch", 0);
        set.put("names", "signature=X Y");
        ProvinceChannel channel = channel(set);
        String fault = channel.fault().orElseThrow().zh();
        for (String named :
                new String[] {"url", "privateKey", "batch", "names", "event_name.accepted", "result_type.denied"}) {
            assertTrue(fault.contains(named), named + " in " + fault);
        }
        assertFalse(fault.contains("apply_type.window"), fault);
        assertEquals(
                Problem.Kind.UNAVAILABLE,
                assertThrows(Problem.class, channel::terms).kind());
    }

    @Test
    void tablesNeedADatabaseAndNoKeys() {
        Map<String, Object> set = Map.of("way", "tables", "dataSource", "p61", "codes", Configured.CODES);
        assertTrue(channel(set).fault().orElseThrow().zh().contains("exchange.target"));
    }

    private static ProvinceChannel channel(Map<String, Object> set) {
        return new ProvinceChannel(Configured.config(set), null, null);
    }
}
