// SPDX-License-Identifier: Apache-2.0
package org.sanban.opendata.internal;

import java.util.List;
import javax.ws.rs.core.UriInfo;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.sanban.api.settings.Checked;
import org.sanban.api.settings.Configured;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Settings of the bundle: {@code etc/org.sanban.opendata.cfg}. What the formats ask for and no record here tells. */
@Component(
        service = {OpenDataSettings.class, Configured.class},
        configurationPid = OpenDataSettings.PID)
@Designate(ocd = OpenDataSettings.Config.class)
public final class OpenDataSettings implements Configured {
    static final String PID = "org.sanban.opendata";
    private static final Logger LOG = LoggerFactory.getLogger(OpenDataSettings.class);

    /** What can be set. */
    @ObjectClassDefinition(name = "Sanban open data")
    public @interface Config {
        @AttributeDefinition(
                name = "Address",
                description =
                        "Where others reach the platform, https://example.org: ids of CPSV-AP start with it; without"
                                + " it, with the address that the request came to")
        String address() default "";

        @AttributeDefinition(name = "City", description = "Of the sites' postal addresses: the county's name")
        String city() default "";

        @AttributeDefinition(name = "Province", description = "Of the sites' postal addresses")
        String province() default "";

        @AttributeDefinition(name = "Postal code", description = "Of the sites' postal addresses")
        String postalCode() default "";

        @AttributeDefinition(
                name = "Source",
                description =
                        "The document that city, province and postal code were taken from; without it they are not"
                                + " used")
        String source() default "";
    }

    /** What completes the postal address of a site. */
    record Post(String city, String province, String code) {}

    private final Config config;
    private final List<String> faults;

    @Activate
    public OpenDataSettings(Config config) {
        Checked<Config> checked = Checked.of(Config.class, PID, config).address("address");
        this.faults = checked.faults();
        this.config = checked.settings(LOG::warn);
        if (post() == null && !(config.city() + config.province() + config.postalCode()).isBlank()) {
            LOG.warn("org.sanban.opendata: city, province, postalCode and source are used together or not at all");
        }
    }

    @Override
    public List<String> faults() {
        return faults;
    }

    /** The address of the platform without a slash at its end. */
    String base(UriInfo asked) {
        String address = config.address().strip();
        if (address.isEmpty()) {
            return asked.getBaseUri().getScheme() + "://" + asked.getBaseUri().getAuthority();
        }
        return address.replaceAll("/+$", "");
    }

    /** What completes an address, {@code null} unless all of it and its source are known. */
    Post post() {
        boolean known = !config.city().isBlank()
                && !config.province().isBlank()
                && !config.postalCode().isBlank()
                && !config.source().isBlank();
        return known
                ? new Post(
                        config.city().strip(),
                        config.province().strip(),
                        config.postalCode().strip())
                : null;
    }
}
