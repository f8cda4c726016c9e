// SPDX-License-Identifier: Apache-2.0
package org.sanban.print.internal;

import java.nio.file.Path;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of the bundle: {@code etc/org.sanban.print.cfg}. */
@Component(service = PrintSettings.class, configurationPid = "org.sanban.print")
@Designate(ocd = PrintSettings.Config.class)
public final class PrintSettings {
    /** What can be set. */
    @ObjectClassDefinition(name = "Sanban print")
    public @interface Config {
        @AttributeDefinition(
                name = "Address",
                description = "Where citizens reach the platform, https://example.org: QR codes lead there; without it"
                        + " papers carry none")
        String address() default "";

        @AttributeDefinition(name = "Fonts", description = "Folder of fonts (.ttf, .ttc) for rare characters")
        String fonts() default "";
    }

    private final Config config;

    @Activate
    public PrintSettings(Config config) {
        if (!config.address().isBlank() && !config.address().strip().matches("https?://[^\\s/?#]+[^\\s?#]*")) {
            throw new IllegalArgumentException("org.sanban.print: address must be like https://example.org");
        }
        this.config = config;
    }

    /** The address that {@code path} has for citizens, {@code null} where the platform's own is not known. */
    String link(String path) {
        String address = config.address().strip();
        return address.isEmpty() ? null : address.replaceAll("/+$", "") + path;
    }

    /** Where further fonts lie. */
    Path fonts() {
        return config.fonts().isBlank()
                ? Path.of(System.getProperty("karaf.etc", "etc"), "fonts")
                : Path.of(config.fonts().strip());
    }
}
