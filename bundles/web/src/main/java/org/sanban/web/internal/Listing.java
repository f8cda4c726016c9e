// SPDX-License-Identifier: Apache-2.0
package org.sanban.web.internal;

import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import javax.servlet.Servlet;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.sanban.api.problem.Texts;
import org.sanban.web.OnStartPage;

/** The pages there are, as the start page lists them: each tells of itself by {@link OnStartPage}. */
@Component(service = Listing.class)
public final class Listing {
    private static final Texts TEXTS = Texts.of(Listing.class);

    /** Their service properties, by service. */
    private final Map<Object, Map<String, Object>> pages = new ConcurrentHashMap<>();

    @Reference(
            service = Servlet.class,
            target = "(" + OnStartPage.PREFIX_ + "address=*)",
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC)
    void addPage(Map<String, Object> page) {
        pages.put(page.get("service.id"), page);
    }

    void removePage(Map<String, Object> page) {
        pages.remove(page.get("service.id"));
    }

    /** Those for staff, or those for citizens, as markup by address; empty where there are none. */
    String html(boolean staff, Locale language) {
        String items = pages.values().stream()
                .filter(page -> staff == Boolean.TRUE.equals(page.get(OnStartPage.PREFIX_ + "staff")))
                .sorted(Comparator.comparing(page -> text(page, "address")))
                .map(page -> item(page, language.getLanguage()))
                .collect(Collectors.joining());
        String heading = TEXTS.get(staff ? "pages.staff" : "pages.citizens").in(language);
        return items.isEmpty() ? "" : "<h2>" + heading + "</h2>\n<ul class=\"cards\">\n" + items + "</ul>";
    }

    private static String item(Map<String, Object> page, String language) {
        return "<li><a href=\"" + text(page, "address") + "\">" + text(page, language) + "</a><p>"
                + text(page, language + "About") + "</p></li>\n";
    }

    private static String text(Map<String, Object> page, String name) {
        return String.valueOf(page.get(OnStartPage.PREFIX_ + name))
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
