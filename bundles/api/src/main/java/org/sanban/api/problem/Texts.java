// SPDX-License-Identifier: Apache-2.0
package org.sanban.api.problem;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A bundle's texts: {@code texts.properties} (Chinese) and its twin {@code texts_en.properties} beside a class, both
 * UTF-8, patterns of {@link MessageFormat}.
 */
public final class Texts {
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    /** By pattern: arguments are text by then, so that the language makes no difference. */
    private static final Map<String, MessageFormat> FORMATS = new ConcurrentHashMap<>();

    private final ResourceBundle zh;
    private final ResourceBundle en;

    private Texts(ResourceBundle zh, ResourceBundle en) {
        this.zh = zh;
        this.en = en;
    }

    /**
     * The texts that lie beside {@code owner} in its own bundle.
     *
     * @throws java.util.MissingResourceException when the bundle carries none: a packaging mistake
     */
    public static Texts of(Class<?> owner) {
        String name = owner.getPackageName() + ".texts";
        ClassLoader loader = owner.getClassLoader();
        return new Texts(
                ResourceBundle.getBundle(name, Locale.ROOT, loader, NO_FALLBACK),
                ResourceBundle.getBundle(name, Locale.ENGLISH, loader, NO_FALLBACK));
    }

    /**
     * The text of {@code key} with {@code arguments} filled in. A {@link Text} argument is filled in by language;
     * numbers are written plainly, without grouping.
     *
     * @throws java.util.MissingResourceException when there is no such key
     */
    public Text get(String key, Object... arguments) {
        return new Text(
                format(zh.getString(key), Locale.CHINESE, arguments),
                format(en.getString(key), Locale.ENGLISH, arguments));
    }

    /** Whether there is a text for {@code key}. */
    public boolean has(String key) {
        return zh.containsKey(key);
    }

    private static String format(String pattern, Locale locale, Object[] arguments) {
        if (pattern.indexOf('{') < 0 && pattern.indexOf('\'') < 0) {
            return pattern;
        }
        Object[] plain = new Object[arguments.length];
        for (int i = 0; i < plain.length; i++) {
            plain[i] = arguments[i] instanceof Text text ? text.in(locale) : String.valueOf(arguments[i]);
        }
        // Reading a pattern costs ten times what filling it in does; a format is not for threads to share.
        MessageFormat read = FORMATS.computeIfAbsent(pattern, unread -> new MessageFormat(unread, locale));
        return ((MessageFormat) read.clone()).format(plain);
    }
}
