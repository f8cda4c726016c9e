// SPDX-License-Identifier: Apache-2.0
package org.sanban.itests.probe;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import org.sanban.api.web.Public;
import org.sanban.api.web.RestResource;

/** An address of the probe's own, which tells the version of its bundle. */
@Path("/")
@Produces("application/json")
@Public
public final class ProbeResource implements RestResource {
    @Override
    public String path() {
        return "probe";
    }

    @GET
    public Map<String, String> probe() throws IOException {
        try (InputStream version = ProbeResource.class.getResourceAsStream("/version.txt")) {
            return Map.of("version", new String(version.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
