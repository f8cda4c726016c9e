// SPDX-License-Identifier: Apache-2.0
package org.sanban.web.internal;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The start page at {@code /}: it lists the pages there are when it is asked for. */
final class StartPage extends Front {
    private static final long serialVersionUID = 1L;

    private final transient Listing pages;

    StartPage(Listing pages) {
        super("", "/front/");
        this.pages = pages;
    }

    @Override
    protected byte[] content(String name) {
        Locale language = name.equals(ENGLISH) ? Locale.ENGLISH : Locale.CHINESE;
        return new String(super.content(name), StandardCharsets.UTF_8)
                .replace("<!-- citizens -->", pages.html(false, language))
                .replace("<!-- staff -->", pages.html(true, language))
                .getBytes(StandardCharsets.UTF_8);
    }

    @Override
    protected String tag(String name) {
        return super.tag(name) == null ? null : tag(content(name));
    }
}
