// SPDX-License-Identifier: Apache-2.0
package org.sanban.messages.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sanban.api.identity.Actor;
import org.sanban.api.identity.Role;
import org.sanban.api.web.RestResource;

/** Channels over REST: {@code /api/v1/channels}. */
@Component(service = RestResource.class)
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "channels", description = "渠道 Channels, and how each does")
public final class ChannelResource implements RestResource {
    private final Channels channels;

    @Activate
    public ChannelResource(@Reference Channels channels) {
        this.channels = channels;
    }

    @Override
    public String path() {
        return "channels";
    }

    @GET
    @Operation(summary = "渠道状态 How each channel does")
    public List<ChannelState> list(@Context Actor actor) {
        actor.require(Role.ADMIN, Role.SUPERVISOR);
        return channels.states();
    }
}
