// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sanban.api.channel.Ability;
import org.sanban.api.channel.ChannelAdapter;
import org.sanban.api.channel.Message;

/** What every channel owes to the platform; one that tells people keeps {@link TellingChannelContract}. */
public abstract class ChannelAdapterContract {
    static final String ADDRESS = "13800000000";

    /**
     * An adapter, configured right, whose other side is at an address.
     *
     * @param base {@code http://127.0.0.1:PORT}
     */
    protected abstract ChannelAdapter adapter(String base);

    /** An adapter for which nothing was configured. */
    protected abstract ChannelAdapter unconfigured();

    @Test
    void itHasANameInBothLanguagesAndCanDoSomething() {
        ChannelAdapter adapter = adapter(nobody());
        assertFalse(adapter.name().zh().isBlank());
        assertFalse(adapter.name().en().isBlank());
        assertFalse(adapter.abilities().isEmpty());
        assertTrue(adapter.fault().isEmpty(), () -> adapter.fault().toString());
    }

    @Test
    void aMissingSettingIsNamedWithItsFile() {
        String fault = unconfigured().fault().orElseThrow().zh();
        assertTrue(fault.contains("etc/org.sanban.channel."), fault);
    }

    @Test
    void whatTellsNobodySaysSo() {
        ChannelAdapter adapter = adapter(nobody());
        boolean tells = adapter.abilities().contains(Ability.NOTIFY);
        assertEquals(tells, this instanceof TellingChannelContract, "what tells people keeps TellingChannelContract");
        if (!tells) {
            assertThrows(UnsupportedOperationException.class, () -> adapter.deliver(message()));
        }
    }

    static Message message() {
        return new Message(
                "contract-1",
                ADDRESS,
                "template-1",
                Map.of("thing1", "示例事项"),
                "【示例】您的办件有了新进展。",
                null,
                Locale.SIMPLIFIED_CHINESE);
    }

    /** Where nobody listens, nor may begin to. */
    static String nobody() {
        return "http://127.0.0.1:1";
    }
}
