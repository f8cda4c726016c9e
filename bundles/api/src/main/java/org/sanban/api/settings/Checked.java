// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.settings;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * What a file {@code etc/PID.cfg} sets, checked key by key. A slip of the pen takes nothing away: a wrong value is told in one
 * line that names file, key, value and what is allowed, and its key stays as it was, or has its default where that is not known
 * since the platform was started.
 *
 * @param <C> the annotation that holds the settings
 */
public final class Checked<C> {
    /** The last right values by file and key: they outlive the component that is made anew for each change. */
    private static final Map<String, Object> BEFORE = new ConcurrentHashMap<>();

    private final Class<C> type;
    private final String file;
    private final Map<String, Object> values = new HashMap<>();
    private final List<String> faults = new ArrayList<>();
    private final Set<String> guessed = new HashSet<>();

    private Checked(Class<C> type, String pid) {
        this.type = type;
        this.file = "etc/" + pid + ".cfg";
    }

    /**
     * Reads all keys; a word where a number belongs is wrong already.
     *
     * @param type the annotation; a method's name is its key, with a full stop for each line below
     * @param pid the file's name without its ending
     * @param given what Declarative Services hands over, which throws when a value is of another kind
     */
    public static <C> Checked<C> of(Class<C> type, String pid, C given) {
        Checked<C> checked = new Checked<>(type, pid);
        for (Method key : type.getDeclaredMethods()) {
            if (!Modifier.isStatic(key.getModifiers())) {
                checked.read(key, given);
            }
        }
        return checked;
    }

    private void read(Method key, C given) {
        try {
            values.put(key.getName(), key.invoke(given));
        } catch (InvocationTargetException e) {
            String said = String.valueOf(e.getCause().getMessage());
            fault(key.getName(), said.replaceFirst(".*For input string: ", ""), "a whole number");
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Asks a number to lie between two, these included. */
    public Checked<C> range(String key, long least, long most) {
        String allowed = most >= Integer.MAX_VALUE ? least + " or more" : least + " to " + most;
        return must(key, allowed, (Number value) -> value.longValue() >= least && value.longValue() <= most);
    }

    /** Asks a text to be the address of a platform, without question mark and hash, or empty. */
    public Checked<C> address(String key) {
        return must(
                key,
                "like https://example.org",
                (String text) -> text.isBlank() || text.strip().matches("https?://[^\\s/?#]+[^\\s?#]*"));
    }

    /**
     * Asks something of a value.
     *
     * @param allowed what it must be, which ends a sentence
     * @param right whether it is; one that throws an {@link IllegalArgumentException} or the like says no
     */
    public <V> Checked<C> must(String key, String allowed, Predicate<V> right) {
        @SuppressWarnings("unchecked")
        V value = (V) values.get(key);
        boolean good;
        try {
            good = right.test(value);
        } catch (RuntimeException e) {
            good = false;
        }
        if (!good) {
            fault(key, value instanceof Object[] several ? Arrays.toString(several) : String.valueOf(value), allowed);
        }
        return this;
    }

    private void fault(String key, String value, String allowed) {
        Object instead = BEFORE.get(file + " " + key);
        String how = instead == null ? "the default" : "what it was";
        if (instead == null) {
            instead = standard(key);
            guessed.add(key);
        }
        values.put(key, instead);
        faults.add(file + ": " + key.replace('_', '.') + " must be " + allowed + ", not " + value + "; it is " + how
                + ", " + (instead instanceof Object[] several ? Arrays.toString(several) : instead));
    }

    private Object standard(String key) {
        try {
            return type.getDeclaredMethod(key).getDefaultValue();
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /**
     * Refuses a default in place of a wrong value.
     *
     * @throws IllegalArgumentException where what it was is not known
     */
    public Checked<C> vital(String key) {
        if (guessed.contains(key)) {
            throw new IllegalArgumentException(String.join("; ", faults));
        }
        return this;
    }

    /** What was wrong, one line each. */
    public List<String> faults() {
        return List.copyOf(faults);
    }

    /** The settings without what was wrong, of which the log is told. */
    public C settings(Consumer<String> log) {
        faults.forEach(log);
        values.forEach((key, value) -> BEFORE.put(file + " " + key, value));
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, none) -> values.get(method.getName())));
    }
}
