// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.data;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is remembered in memory for the latest only, so that strangers cannot fill it: with one key more than the most, the
 * eldest is forgotten. Not for several threads by itself: whoever looks and then writes holds a lock over both.
 */
public final class Latest<K, V> extends LinkedHashMap<K, V> {
    private static final long serialVersionUID = 1L;
    private static final float LOAD = 0.75f;

    private final int most;

    private Latest(int most, boolean used) {
        super(16, LOAD, used);
        this.most = most;
    }

    /** Forgets the key that came in longest ago; one that is written again keeps its place. */
    public static <K, V> Map<K, V> written(int most) {
        return new Latest<>(most, false);
    }

    /** Forgets the key that was written or asked for longest ago. */
    public static <K, V> Map<K, V> used(int most) {
        return new Latest<>(most, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > most;
    }
}
